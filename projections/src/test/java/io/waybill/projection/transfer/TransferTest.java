package io.waybill.projection.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.WholeLife;
import io.waybill.projection.view.Fingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TransferTest extends FoldedTables {
    private static final String TRANSFERS = "select amount, currency, status, reason, version from transfer";
    private final TransferId transfer = new TransferId(UUID.randomUUID());

    TransferTest() {
        super("transfer");
    }

    @Test
    void a_transfer_that_came_about_is_completed() {
        WholeLife.catalogueAndWallets(story);

        fold.fold(story.events());

        assertThat(fold.rows(TRANSFERS)).containsExactly(Arrays.asList("3.00", "GBP", "COMPLETED", null, "1"));
    }

    @Test
    void a_refused_transfer_has_failed_when_nothing_is_held_any_more() {
        requested();
        story.transfer(new TransferRefused(transfer, TransferFailure.TARGET_CLOSED));
        fold.fold(story.events());
        assertThat(fold.rows(TRANSFERS)).containsExactly(List.of("5.00", "GBP", "REFUSED", "TARGET_CLOSED", "1"));

        story.transfer(new TransferFailed(transfer, TransferFailure.TARGET_CLOSED));
        fold.fold(story.events());

        assertThat(fold.rows(TRANSFERS)).containsExactly(List.of("5.00", "GBP", "FAILED", "TARGET_CLOSED", "2"));
    }

    @Test
    void handling_twice_equals_handling_once_and_a_rebuilt_view_equals_the_live_one() {
        requested();
        story.transfer(new TransferFailed(transfer, TransferFailure.INSUFFICIENT_FUNDS));
        fold.fold(story.events());
        Fingerprint once = fold.fingerprint("transfer");

        fold.fold(story.events());
        assertThat(fold.fingerprint("transfer")).isEqualTo(once);

        fold.empty("transfer");
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint("transfer")).isEqualTo(once);
    }

    private void requested() {
        story.transfer(new TransferRequested(
                transfer, new WalletId(UUID.randomUUID()), new WalletId(UUID.randomUUID()), WholeLife.pounds("5.00")));
    }
}
