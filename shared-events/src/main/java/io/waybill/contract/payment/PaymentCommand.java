package io.waybill.contract.payment;

/** What a payment can be told to do. */
public sealed interface PaymentCommand
        permits RequestPayment,
                RecordAuthorization,
                RecordDecline,
                CapturePayment,
                RecordCapture,
                RecordCaptureRefusal,
                VoidPayment,
                RecordVoid,
                RefundPayment,
                RecordRefund,
                RecordRefundRefusal {
    PaymentId paymentId();
}
