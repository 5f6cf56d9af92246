package io.waybill.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.Aggregates;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.wallet.CaptureHold;
import io.waybill.contract.wallet.CloseWallet;
import io.waybill.contract.wallet.Deposit;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.DepositRefund;
import io.waybill.contract.wallet.FailTransfer;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.OpenWallet;
import io.waybill.contract.wallet.ReleaseHold;
import io.waybill.contract.wallet.RequestTransfer;
import io.waybill.contract.wallet.SettleTransfer;
import io.waybill.contract.wallet.TransferCommand;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.WalletEvent;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.contract.wallet.Withdraw;
import io.waybill.contract.wallet.WithdrawalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What holds for three wallets and what goes to and fro between them, in whatever order it is asked for. */
class WalletLawsTest {
    private static final int WALLETS = 3;
    private static final int MOST_COMMANDS = 40;
    private static final Money NOTHING = Money.zero(CurrencyUnit.GBP);

    @Property(tries = 300)
    void nothing_in_a_wallet_is_ever_below_zero(@ForAll("commands") List<Object> commands) {
        try (Aggregates wallets = wallets()) {
            commands.forEach(wallets::send);
            Map<WalletId, WalletState> states = new HashMap<>();
            for (Object event : wallets.events()) {
                fold(states, event);
                assertThat(states.values())
                        .allMatch(state -> !state.available().isNegative())
                        .allMatch(state -> state.open().values().stream()
                                .noneMatch(hold -> hold.left().isNegative()));
            }
        }
    }

    @Property(tries = 200)
    void holding_releasing_and_transferring_leave_the_sum_of_all_wallets_as_it_was(
            @ForAll("commands") List<Object> commands) {
        try (Aggregates wallets = wallets()) {
            for (Object command : commands) {
                Money before = sum(states(wallets));
                wallets.send(command);
                if (command instanceof TransferCommand
                        || command instanceof HoldFunds
                        || command instanceof ReleaseHold) {
                    assertThat(sum(states(wallets))).as("%s", command).isEqualTo(before);
                }
            }
        }
    }

    @Property(tries = 100)
    void folding_a_history_twice_gives_the_same(@ForAll("commands") List<Object> commands) {
        try (Aggregates wallets = wallets()) {
            commands.forEach(wallets::send);

            assertThat(states(wallets)).isEqualTo(states(wallets));
        }
    }

    @Property(tries = 200)
    void a_command_that_comes_twice_has_its_effect_once(@ForAll("commands") List<Object> commands) {
        try (Aggregates once = wallets();
                Aggregates twice = wallets()) {
            commands.forEach(once::send);
            commands.stream().flatMap(command -> Stream.of(command, command)).forEach(twice::send);

            assertThat(states(twice)).isEqualTo(states(once));
        }
    }

    @Provide
    Arbitrary<List<Object>> commands() {
        return Arbitraries.oneOf(people(), payments(), transfers()).list().ofMaxSize(MOST_COMMANDS);
    }

    private static Arbitrary<Object> people() {
        return Arbitraries.oneOf(
                combined((wallet, id, pence) -> new Deposit(wallet, new DepositId(id), pence)),
                combined((wallet, id, pence) -> new Withdraw(wallet, new WithdrawalId(id), pence)),
                ids(1).map(wallet -> new CloseWallet(new WalletId(wallet))));
    }

    private static Arbitrary<Object> payments() {
        return Arbitraries.oneOf(
                combined((wallet, id, pence) -> new HoldFunds(wallet, new HoldId(id), pence)),
                combined((wallet, id, pence) -> new CaptureHold(wallet, new HoldId(id), new CaptureId(id), pence)),
                combined((wallet, id, pence) ->
                        new CaptureHold(wallet, new HoldId(id), new CaptureId(wallet.value()), pence)),
                combined((wallet, id, pence) -> new ReleaseHold(wallet, new HoldId(id))),
                combined((wallet, id, pence) -> new DepositRefund(wallet, new RefundId(id), pence)));
    }

    private static Arbitrary<Object> transfers() {
        return Arbitraries.oneOf(
                combined((wallet, id, pence) -> new RequestTransfer(new TransferId(id), wallet, next(wallet), pence)),
                combined((wallet, id, pence) -> new SettleTransfer(new TransferId(id))),
                combined((wallet, id, pence) -> new FailTransfer(new TransferId(id), TransferFailure.NOT_ANSWERED)));
    }

    private interface Made {
        Object of(WalletId wallet, UUID id, Money amount);
    }

    /** Few wallets, ids and amounts, so that they meet; a hold has the UUID of a transfer, so that some are settled. */
    private static Arbitrary<Object> combined(Made made) {
        Arbitrary<Money> pence = Arbitraries.longs().between(1, 9).map(minor -> Money.ofMinor(CurrencyUnit.GBP, minor));
        return Combinators.combine(ids(1), ids(2), pence)
                .as((wallet, id, amount) -> made.of(new WalletId(wallet), id, amount));
    }

    private static Arbitrary<UUID> ids(int kind) {
        return Arbitraries.longs().between(1, WALLETS).map(number -> new UUID(kind, number));
    }

    private static WalletId next(WalletId wallet) {
        return new WalletId(new UUID(1, wallet.value().getLeastSignificantBits() % WALLETS + 1));
    }

    private static Aggregates wallets() {
        Aggregates wallets = new Aggregates(configurer -> configurer
                .configureAggregate(Wallet.class)
                .configureAggregate(Transfer.class)
                .registerCommandHandler(axon ->
                        new TransferSettlement(axon.repository(Transfer.class), axon.repository(Wallet.class))));
        IntStream.rangeClosed(1, WALLETS)
                .forEach(number ->
                        wallets.send(new OpenWallet(new WalletId(new UUID(1, number)), null, CurrencyUnit.GBP)));
        return wallets;
    }

    private static Map<WalletId, WalletState> states(Aggregates wallets) {
        Map<WalletId, WalletState> states = new HashMap<>();
        wallets.events().forEach(event -> fold(states, event));
        return states;
    }

    private static void fold(Map<WalletId, WalletState> states, Object event) {
        if (event instanceof WalletOpened opened) {
            states.put(opened.walletId(), WalletState.opened(opened));
        } else if (event instanceof WalletEvent change) {
            states.computeIfPresent(change.walletId(), (wallet, state) -> state.after(change));
        }
    }

    private static Money sum(Map<WalletId, WalletState> states) {
        return states.values().stream()
                .flatMap(state -> Stream.concat(
                        Stream.of(state.available()),
                        state.open().values().stream().map(Hold::left)))
                .reduce(NOTHING, Money::plus);
    }
}
