package io.waybill.command.wallet;

import static io.waybill.command.wallet.Wallets.pounds;
import static io.waybill.command.wallet.Wallets.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.Aggregates;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.wallet.CaptureHold;
import io.waybill.contract.wallet.CloseWallet;
import io.waybill.contract.wallet.Deposit;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.FailTransfer;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.OpenWallet;
import io.waybill.contract.wallet.RequestTransfer;
import io.waybill.contract.wallet.SettleTransfer;
import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.WalletId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five pounds on their way between two wallets: both of them and the transfer change, or none does. */
class TransferSettlementTest {
    private static final UUID ID = uuid(32);
    private static final TransferId TRANSFER = new TransferId(ID);
    private static final WalletId LOWER = new WalletId(uuid(16));
    private static final WalletId HIGHER = new WalletId(uuid(17));
    private static final WalletId IN_EUROS = new WalletId(uuid(18));
    private static final Money FIVE = pounds("5.00");
    private static final SettleTransfer SETTLE = new SettleTransfer(TRANSFER);

    private final Aggregates wallets = new Aggregates(configurer -> configurer
            .configureAggregate(Wallet.class)
            .configureAggregate(Transfer.class)
            .registerCommandHandler(
                    axon -> new TransferSettlement(axon.repository(Transfer.class), axon.repository(Wallet.class))));

    @BeforeEach
    void open() {
        done(
                new OpenWallet(LOWER, null, CurrencyUnit.GBP),
                new OpenWallet(HIGHER, null, CurrencyUnit.GBP),
                new OpenWallet(IN_EUROS, null, CurrencyUnit.EUR));
    }

    @AfterEach
    void close() {
        wallets.close();
    }

    @Test
    void what_is_held_goes_to_the_target_and_the_wallets_are_taken_in_the_order_of_their_ids() {
        held(LOWER, HIGHER);

        assertThat(eventsOf(SETTLE)).containsExactly(left(LOWER), arrived(HIGHER), completed(LOWER, HIGHER));
    }

    @Test
    void also_when_the_target_is_the_first_of_the_two() {
        held(HIGHER, LOWER);

        assertThat(eventsOf(SETTLE)).containsExactly(arrived(LOWER), left(HIGHER), completed(HIGHER, LOWER));
    }

    @Test
    void what_is_settled_is_not_settled_again() {
        held(LOWER, HIGHER);
        done(SETTLE);

        assertThat(eventsOf(SETTLE)).isEmpty();
    }

    @Test
    void it_moves_the_amount_also_if_a_wallet_knows_its_id_from_something_else() {
        held(LOWER, HIGHER);
        done(new Deposit(HIGHER, new DepositId(ID), pounds("0.01")));

        assertThat(eventsOf(SETTLE)).containsExactly(left(LOWER), arrived(HIGHER), completed(LOWER, HIGHER));
    }

    @Test
    void it_moves_nothing_if_some_of_it_has_been_captured_under_its_id() {
        held(LOWER, HIGHER);
        done(new CaptureHold(LOWER, new HoldId(ID), new CaptureId(ID), pounds("0.01")));

        assertThat(refused(SETTLE)).isEmpty();
    }

    @Test
    void a_closed_target_takes_nothing_and_nothing_leaves_the_source() {
        held(HIGHER, LOWER);
        done(new CloseWallet(LOWER));

        assertThat(eventsOf(SETTLE)).containsExactly(new TransferRefused(TRANSFER, TransferFailure.TARGET_CLOSED));
        assertThat(eventsOf(SETTLE)).as("asked again").isEmpty();
    }

    @Test
    void a_target_of_another_currency_takes_nothing_and_nothing_leaves_the_source() {
        held(LOWER, IN_EUROS);

        assertThat(eventsOf(SETTLE)).containsExactly(new TransferRefused(TRANSFER, TransferFailure.OTHER_CURRENCY));
    }

    @Test
    void what_is_not_held_does_not_arrive_either() {
        done(new RequestTransfer(TRANSFER, HIGHER, LOWER, FIVE));

        assertThat(refused(SETTLE)).isEmpty();
    }

    @Test
    void a_transfer_that_failed_is_not_settled() {
        held(LOWER, HIGHER);
        done(new FailTransfer(TRANSFER, TransferFailure.NOT_ANSWERED));

        assertThat(refused(SETTLE)).isEmpty();
    }

    private void held(WalletId source, WalletId target) {
        done(
                new Deposit(source, new DepositId(uuid(1)), FIVE),
                new RequestTransfer(TRANSFER, source, target, FIVE),
                new HoldFunds(source, new HoldId(ID), FIVE));
    }

    private void done(Object... commands) {
        Stream.of(commands)
                .forEach(command ->
                        assertThat(wallets.send(command)).as("%s", command).isTrue());
    }

    private List<Object> eventsOf(Object command) {
        long before = wallets.events().size();
        done(command);
        return wallets.events().stream().skip(before).toList();
    }

    /** @return what it changed nevertheless */
    private List<Object> refused(Object command) {
        long before = wallets.events().size();
        assertThat(wallets.send(command)).as("%s", command).isFalse();
        return wallets.events().stream().skip(before).toList();
    }

    private static HoldCaptured left(WalletId source) {
        return new HoldCaptured(source, new HoldId(ID), new CaptureId(ID), FIVE);
    }

    private static FundsDeposited arrived(WalletId target) {
        return new FundsDeposited(target, new DepositId(ID), FIVE);
    }

    private static TransferCompleted completed(WalletId source, WalletId target) {
        return new TransferCompleted(TRANSFER, source, target, FIVE);
    }
}
