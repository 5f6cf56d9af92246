package io.waybill.command.wallet;

import static io.waybill.command.wallet.Wallets.pounds;
import static io.waybill.command.wallet.Wallets.uuid;

import io.waybill.contract.wallet.FailTransfer;
import io.waybill.contract.wallet.RequestTransfer;
import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class TransferTest {
    private static final TransferId TRANSFER = new TransferId(uuid(32));
    private static final WalletId SOURCE = new WalletId(uuid(16));
    private static final WalletId TARGET = new WalletId(uuid(17));
    private static final TransferRequested REQUESTED = new TransferRequested(TRANSFER, SOURCE, TARGET, pounds("5.00"));
    private static final FailTransfer FAIL = new FailTransfer(TRANSFER, TransferFailure.INSUFFICIENT_FUNDS);
    private static final TransferFailed FAILED = new TransferFailed(TRANSFER, TransferFailure.INSUFFICIENT_FUNDS);

    private final AggregateTestFixture<Transfer> transfer = new AggregateTestFixture<>(Transfer.class);

    @Test
    void a_transfer_is_requested() {
        transfer.givenNoPriorActivity()
                .when(new RequestTransfer(TRANSFER, SOURCE, TARGET, pounds("5.00")))
                .expectEvents(REQUESTED);
    }

    @Test
    void what_was_never_requested_is_not_there() {
        transfer.givenNoPriorActivity().when(FAIL).expectException(AggregateNotFoundException.class);
    }

    @Test
    void a_requested_transfer_can_fail() {
        transfer.given(REQUESTED).when(FAIL).expectEvents(FAILED);
    }

    @Test
    void a_refused_transfer_fails_in_the_end() {
        transfer.given(REQUESTED, new TransferRefused(TRANSFER, TransferFailure.TARGET_CLOSED))
                .when(new FailTransfer(TRANSFER, TransferFailure.TARGET_CLOSED))
                .expectEvents(new TransferFailed(TRANSFER, TransferFailure.TARGET_CLOSED));
    }

    @Test
    void failing_again_changes_nothing() {
        transfer.given(REQUESTED, FAILED)
                .when(FAIL)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_completed_transfer_cannot_fail_any_more() {
        transfer.given(REQUESTED, new TransferCompleted(TRANSFER, SOURCE, TARGET, pounds("5.00")))
                .when(FAIL)
                .expectException(TransferDecided.class)
                .expectExceptionMessage("transfer " + TRANSFER + " has ended");
    }
}
