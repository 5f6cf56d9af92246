package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;

/** What can happen to a payment. */
public sealed interface PaymentEvent
        permits PaymentRequested,
                PaymentAuthorized,
                PaymentDeclined,
                CaptureRequested,
                PaymentCaptured,
                CaptureRefused,
                VoidDeferred,
                VoidRequested,
                PaymentVoided,
                RefundRequested,
                PaymentRefunded,
                RefundRefused {
    PaymentId paymentId();

    /** The order that is paid for. */
    OrderId orderId();
}
