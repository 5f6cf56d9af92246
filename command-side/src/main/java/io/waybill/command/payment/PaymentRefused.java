package io.waybill.command.payment;

import io.waybill.command.Refused;
import io.waybill.contract.payment.PaymentId;

/** A payment refused a command. */
final class PaymentRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** The other outcome was recorded first, or the payment was voided. */
        ALREADY_DECIDED,
        /** No void was asked for. */
        NO_VOID_REQUESTED
    }

    private final Reason reason;

    PaymentRefused(Reason reason, PaymentId payment, PaymentState.Status status) {
        super("payment " + payment + " is " + status);
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
