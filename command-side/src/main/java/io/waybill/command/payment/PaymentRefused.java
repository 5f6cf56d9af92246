package io.waybill.command.payment;

import io.waybill.command.Refused;
import io.waybill.contract.payment.PaymentId;

/** A payment refused a command. */
final class PaymentRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** The other outcome was recorded first. */
        ALREADY_DECIDED,
        /** Nothing is held that could be captured: not yet, not any more, or it is about to be given back. */
        NOT_AUTHORIZED,
        /** All captures together would take more than is held. */
        MORE_THAN_AUTHORIZED,
        /** All refunds together would give more than was captured. */
        MORE_THAN_CAPTURED,
        /** An amount is not negative, and in the payment's currency. */
        INVALID_AMOUNT,
        /** It was asked for before, under the same name, with another amount. */
        OTHER_AMOUNT,
        /** No such capture was asked for. */
        UNKNOWN_CAPTURE,
        /** No such refund was asked for. */
        UNKNOWN_REFUND,
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
