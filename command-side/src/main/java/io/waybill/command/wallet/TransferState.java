package io.waybill.command.wallet;

import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferEvent;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import org.joda.money.Money;

/** Where a transfer stands, and what it moves from where to where. */
record TransferState(Status status, WalletId source, WalletId target, Money amount) {
    enum Status {
        REQUESTED,
        COMPLETED,
        REFUSED,
        FAILED
    }

    static TransferState requested(TransferRequested event) {
        return new TransferState(Status.REQUESTED, event.source(), event.target(), event.amount());
    }

    TransferState after(TransferEvent event) {
        return switch (event) {
            case TransferRequested requested -> requested(requested);
            case TransferCompleted completed -> with(Status.COMPLETED);
            case TransferRefused refused -> with(Status.REFUSED);
            case TransferFailed failed -> with(Status.FAILED);
        };
    }

    private TransferState with(Status next) {
        return new TransferState(next, source, target, amount);
    }
}
