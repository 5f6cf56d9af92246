package io.waybill.command.returns;

import io.waybill.command.Refused;
import io.waybill.contract.returns.ReturnId;

/** A return refused a command. */
final class ReturnRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** It was declined. */
        NOT_APPROVABLE,
        /** It was approved. */
        NOT_DECLINABLE,
        /** It was not approved, is over, or other pieces were received for it before. */
        NOT_RECEIVABLE,
        /** The return does not have such a line. */
        UNKNOWN_LINE,
        /** A receipt has one piece at least, of each of its lines. */
        NOTHING_RECEIVED,
        /** Fewer pieces of the line were to come back. */
        MORE_THAN_REQUESTED,
        /** Nothing came back, or it is over. */
        NOT_REFUNDABLE,
        /** It has not come that far, or has ended another way. */
        NOT_CLOSABLE
    }

    private final Reason reason;

    ReturnRefused(Reason reason, ReturnId returnId, ReturnState.Status status) {
        super("return " + returnId + " is " + status);
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
