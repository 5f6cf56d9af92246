package io.waybill.saga.fulfilment.state;

import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentPart;
import org.joda.money.Money;

/**
 * One of the order's payments, also of those that no longer count.
 *
 * @param detail why it failed, for a person; empty while it has not
 */
record Fund(PaymentPart part, Status status, String detail) {
    enum Status {
        /** Not asked for. */
        WANTED,
        /** Asked for; whether anybody has heard of it is not known. */
        ASKED,
        /** Asked for and not decided. */
        REQUESTED,
        /** The amount is held. */
        AUTHORIZED,
        /** There will be none. */
        DECLINED,
        /** Undecided for too long: it may or may not be held, so it is voided. */
        UNANSWERED,
        /** What was held and not captured was given back. */
        VOIDED
    }

    static Fund wanted(PaymentPart part) {
        return new Fund(part, Status.WANTED, "");
    }

    PaymentId id() {
        return part.paymentId();
    }

    Money amount() {
        return part.amount();
    }

    boolean isByWallet() {
        return part.means().wallet() != null;
    }

    boolean isUndecided() {
        return status == Status.WANTED || status == Status.ASKED || status == Status.REQUESTED;
    }

    boolean hasFailed() {
        return status == Status.DECLINED || status == Status.UNANSWERED || status == Status.VOIDED;
    }

    Fund with(Status next) {
        return new Fund(part, next, detail);
    }

    Fund failed(Status next, String why) {
        return new Fund(part, next, why);
    }
}
