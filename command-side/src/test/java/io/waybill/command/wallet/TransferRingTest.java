package io.waybill.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.AtOnce;
import io.waybill.command.RunningCommandSide;
import io.waybill.command.SagaCommands;
import io.waybill.contract.wallet.CloseWallet;
import io.waybill.contract.wallet.Deposit;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.FailTransfer;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.OpenWallet;
import io.waybill.contract.wallet.ReleaseHold;
import io.waybill.contract.wallet.RequestTransfer;
import io.waybill.contract.wallet.SettleTransfer;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.WalletId;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Money that goes round: each wallet pays the next, all at once, and one of them is closed. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class TransferRingTest {
    private static final int WALLETS = 10;
    private static final int TRANSFERS = 100;
    private static final int TO_THE_CLOSED_ONE = 6;
    private static final String EACH = "20.00";
    /** More than half of what is in a wallet at first, so that some have to wait and some are rejected. */
    private static final Money AMOUNT = Money.parse("GBP 12.50");

    /** What an event adds to what is in a wallet, available or held. */
    private static final String ADDED = """
            case name when 'FundsDeposited' then 1 when 'FundsWithdrawn' then -1 when 'HoldCaptured' then -1 else 0 end
              * (payload -> 'amount' ->> 'amount')::numeric""";

    private static final String SUM =
            "select coalesce(sum(" + ADDED + "), 0) from event where aggregate_type = 'Wallet'";

    private static RunningCommandSide service;
    private static RunningCommandSide another;

    /** Beside the service's own connections, which are all wanted here. */
    private static SingleConnectionDataSource aside;

    private static JdbcClient events;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        another = service.anotherNode();
        aside = new SingleConnectionDataSource(
                service.owned.url(), service.owned.username(), service.owned.password(), true);
        events = JdbcClient.create(aside);
    }

    @AfterAll
    static void stop() {
        aside.destroy();
        another.close();
        service.close();
    }

    @Test
    void a_hundred_parallel_transfers_in_a_ring_leave_the_sum_of_all_wallets_unchanged_at_every_moment()
            throws Exception {
        SagaCommands here = SagaCommands.of(service);
        SagaCommands there = SagaCommands.of(another);
        for (int number = 0; number < WALLETS; number++) {
            WalletId wallet = wallet(number);
            here.take("open/" + number, new OpenWallet(wallet, null, CurrencyUnit.GBP));
            here.take("fill/" + number, new Deposit(wallet, new DepositId(wallet.value()), Money.parse("GBP " + EACH)));
        }
        WalletId closed = wallet(WALLETS);
        here.take("open/closed", new OpenWallet(closed, null, CurrencyUnit.GBP));
        here.take("close", new CloseWallet(closed));
        BigDecimal all = sum();
        assertThat(all).isEqualByComparingTo(new BigDecimal(EACH).multiply(BigDecimal.valueOf(WALLETS)));

        // Before the crowd, which may leave nothing for one to the closed wallet; there, it is only repeated.
        transfer(here, TO_THE_CLOSED_ONE, closed);

        AtomicBoolean over = new AtomicBoolean();
        List<BigDecimal> seen;
        try (ExecutorService sampler = Executors.newSingleThreadExecutor()) {
            Future<List<BigDecimal>> samples = sampler.submit(samplesUntil(over));
            AtOnce.call(TRANSFERS, number -> {
                transfer(number % 2 == 0 ? here : there, number, closed);
                return number;
            });
            over.set(true);
            seen = samples.get();
        }

        assertThat(seen)
                .hasSizeGreaterThan(3)
                .allSatisfy(sample -> assertThat(sample).isEqualByComparingTo(all));
        assertThat(transactionsThatChangeTheSum())
                .as("transactions after which it was another")
                .isEmpty();
        assertThat(sum()).isEqualByComparingTo(all);
        assertThat(belowZero()).as("wallets that were ever below zero").isEmpty();
        assertThat(ended()).isEqualTo(TRANSFERS);
        assertThat(count("TransferCompleted")).as("transfers that came about").isPositive();
        assertThat(count("TransferRefused"))
                .as("transfers to the closed wallet")
                .isPositive();
        assertThat(count("FundsHeld")).isEqualTo(count("HoldCaptured") + count("HoldReleased"));
    }

    /** As the saga does it, by the events alone. Each seventh goes to the closed wallet. */
    private static void transfer(SagaCommands commands, int number, WalletId closed) {
        TransferId id = new TransferId(new UUID(0x7001, number));
        HoldId hold = new HoldId(id.value());
        WalletId source = wallet(number % WALLETS);
        WalletId target = number % 7 == TO_THE_CLOSED_ONE ? closed : wallet((number + 1) % WALLETS);
        String step = "transfer/" + number + "/";
        commands.take(step + "request", new RequestTransfer(id, source, target, AMOUNT));
        commands.take(step + "hold", new HoldFunds(source, hold, AMOUNT));
        if (happened(id, "HoldRejected")) {
            commands.take(step + "fail", new FailTransfer(id, TransferFailure.INSUFFICIENT_FUNDS));
            return;
        }
        commands.take(step + "settle", new SettleTransfer(id));
        if (happened(id, "TransferRefused")) {
            commands.take(step + "release", new ReleaseHold(source, hold));
            commands.take(step + "fail", new FailTransfer(id, TransferFailure.TARGET_CLOSED));
        }
    }

    private static Callable<List<BigDecimal>> samplesUntil(AtomicBoolean over) {
        return () -> {
            List<BigDecimal> samples = new ArrayList<>();
            while (!over.get()) {
                samples.add(sum());
            }
            return samples;
        };
    }

    /** Ids in no particular order, so that a ring of them is not the order in which they are locked. */
    private static WalletId wallet(int number) {
        return new WalletId(UUID.nameUUIDFromBytes(new byte[] {(byte) number}));
    }

    private static BigDecimal sum() {
        return events.sql(SUM).query(BigDecimal.class).single();
    }

    /** A prefix of the log, cut between two transactions, is what a reader saw at that moment. */
    private static List<String> transactionsThatChangeTheSum() {
        return events.sql("select transaction_id::text from event where aggregate_type = 'Wallet' and transaction_id >"
                        + " (select max(transaction_id) from event where name = 'WalletClosed')"
                        + " group by transaction_id having sum(" + ADDED + ") <> 0")
                .query(String.class)
                .list();
    }

    private static List<String> belowZero() {
        return events.sql("""
                        select aggregate_id from (
                          select aggregate_id, sum(
                              case name when 'FundsDeposited' then 1 when 'HoldReleased' then 1
                                        when 'FundsWithdrawn' then -1 when 'FundsHeld' then -1 else 0 end
                                * (payload -> 'amount' ->> 'amount')::numeric)
                              over (partition by aggregate_id order by sequence_number) as available
                            from event where aggregate_type = 'Wallet') running
                         where available < 0""").query(String.class).list();
    }

    private static boolean happened(TransferId id, String event) {
        return events.sql("select count(*) from event where name = ? and (payload ->> 'hold' = ? or aggregate_id = ?)")
                        .params(event, id.toString(), id.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static long ended() {
        return count("TransferCompleted") + count("TransferFailed");
    }

    private static long count(String event) {
        return events.sql("select count(*) from event where name = ?")
                .param(event)
                .query(Long.class)
                .single();
    }
}
