package io.waybill.command.payment;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.VoidRequested;
import org.joda.money.Money;

/** Where a payment stands, and for which order and amount it was requested. */
record PaymentState(Status status, OrderId orderId, Money amount) {
    enum Status {
        REQUESTED,
        AUTHORIZED,
        DECLINED,
        VOIDING,
        VOIDED
    }

    static PaymentState requested(PaymentRequested event) {
        return new PaymentState(Status.REQUESTED, event.orderId(), event.amount());
    }

    PaymentState after(PaymentEvent event) {
        return switch (event) {
            case PaymentRequested requested -> requested(requested);
            case PaymentAuthorized authorized -> with(Status.AUTHORIZED);
            case PaymentDeclined declined -> with(Status.DECLINED);
            case VoidRequested voiding -> with(Status.VOIDING);
            case PaymentVoided voided -> with(Status.VOIDED);
        };
    }

    private PaymentState with(Status next) {
        return new PaymentState(next, orderId, amount);
    }
}
