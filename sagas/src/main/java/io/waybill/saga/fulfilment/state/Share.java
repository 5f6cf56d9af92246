package io.waybill.saga.fulfilment.state;

import io.waybill.contract.payment.PaymentId;
import org.joda.money.Money;

/** What one payment gives for one shipment. */
record Share(PaymentId payment, Money amount, Status status) {
    enum Status {
        OPEN,
        CAPTURED,
        REFUSED
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }
}
