package io.waybill.command.wallet;

import io.waybill.command.Refused;
import io.waybill.contract.wallet.TransferId;

/** A transfer refused a command, because it has ended the other way. */
final class TransferDecided extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** The amount was moved. */
        TRANSFER_COMPLETED,
        /** Nothing was moved, and nothing will be. */
        TRANSFER_FAILED
    }

    private final Reason reason;

    TransferDecided(Reason reason, TransferId transfer) {
        super("transfer " + transfer + " has ended");
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
