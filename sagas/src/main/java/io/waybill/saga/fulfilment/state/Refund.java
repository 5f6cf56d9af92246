package io.waybill.saga.fulfilment.state;

import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What one payment gives back for a lost shipment.
 *
 * @param tries how often it was refused
 */
record Refund(PaymentId payment, RefundId id, Money amount, Status status, int tries) {
    /** A refund that was refused so often is given up, and said so among the reasons. */
    static final int MAX_TRIES = 5;

    enum Status {
        /** Asked for by the order. */
        OPEN,
        /** Refused; asked for again at the next deadline. */
        REFUSED,
        /** To be asked for by us, under a new name: the old one stays refused for ever. */
        AGAIN,
        DONE,
        GIVEN_UP
    }

    boolean isSettled() {
        return status == Status.DONE || status == Status.GIVEN_UP;
    }

    Refund done() {
        return new Refund(payment, id, amount, Status.DONE, tries);
    }

    Refund refused() {
        Status next = tries + 1 < MAX_TRIES ? Status.REFUSED : Status.GIVEN_UP;
        return new Refund(payment, id, amount, next, tries + 1);
    }

    Refund again() {
        if (status != Status.REFUSED) {
            return this;
        }
        UUID name = UUID.nameUUIDFromBytes((id + "/again").getBytes(StandardCharsets.UTF_8));
        return new Refund(payment, new RefundId(name), amount, Status.AGAIN, tries);
    }
}
