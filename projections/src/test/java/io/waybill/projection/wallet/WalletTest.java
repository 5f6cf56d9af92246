package io.waybill.projection.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.DepositRejected;
import io.waybill.contract.wallet.DepositRejection;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.FundsWithdrawn;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldRejection;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.WalletClosed;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.contract.wallet.WithdrawalId;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.WholeLife;
import io.waybill.projection.view.Fingerprint;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class WalletTest extends FoldedTables {
    private static final String WALLETS =
            "select balance, held, available, status, version from wallet order by opened_at";
    private final WalletId wallet = new WalletId(UUID.randomUUID());
    private final HoldId hold = new HoldId(UUID.randomUUID());

    WalletTest() {
        super("wallet");
    }

    @Test
    void what_is_held_is_in_the_wallet_and_not_available() {
        opened("10.00");
        story.wallet(new FundsHeld(wallet, hold, pounds("4.00")));

        fold.fold(story.events());

        assertThat(fold.rows(WALLETS)).containsExactly(List.of("10.00", "4.00", "6.00", "OPEN", "2"));
    }

    @Test
    void what_is_captured_has_left_and_what_is_released_is_available_again() {
        opened("10.00");
        story.wallet(new FundsHeld(wallet, hold, pounds("4.00")))
                .wallet(new HoldCaptured(wallet, hold, new CaptureId(UUID.randomUUID()), pounds("3.00")))
                .wallet(new HoldReleased(wallet, hold, pounds("1.00")))
                .wallet(new FundsWithdrawn(wallet, new WithdrawalId(UUID.randomUUID()), pounds("2.00")));

        fold.fold(story.events());

        assertThat(fold.rows(WALLETS)).containsExactly(List.of("5.00", "0.00", "5.00", "OPEN", "5"));
    }

    @Test
    void a_refusal_moves_nothing_but_the_version_and_a_closed_wallet_stays_closed() {
        opened("1.00");
        story.wallet(new HoldRejected(wallet, hold, pounds("4.00"), pounds("1.00"), HoldRejection.INSUFFICIENT_FUNDS))
                .wallet(new FundsWithdrawn(wallet, new WithdrawalId(UUID.randomUUID()), pounds("1.00")))
                .wallet(new WalletClosed(wallet))
                .wallet(new DepositRejected(
                        wallet, new RefundId(UUID.randomUUID()), pounds("4.00"), DepositRejection.CLOSED));

        fold.fold(story.events());

        assertThat(fold.rows(WALLETS)).containsExactly(List.of("0.00", "0", "0.00", "CLOSED", "5"));
    }

    @Test
    void handling_twice_equals_handling_once_and_a_rebuilt_view_equals_the_live_one() {
        WholeLife.catalogueAndWallets(story);
        fold.fold(story.events());
        Fingerprint once = fold.fingerprint("wallet");
        assertThat(once.rows()).isEqualTo(2);

        fold.fold(story.events());
        assertThat(fold.fingerprint("wallet")).isEqualTo(once);

        fold.empty("wallet");
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint("wallet")).isEqualTo(once);
    }

    private void opened(String balance) {
        story.wallet(new WalletOpened(wallet, null, CurrencyUnit.GBP))
                .wallet(new FundsDeposited(wallet, new DepositId(UUID.randomUUID()), pounds(balance)));
    }

    private static Money pounds(String amount) {
        return WholeLife.pounds(amount);
    }
}
