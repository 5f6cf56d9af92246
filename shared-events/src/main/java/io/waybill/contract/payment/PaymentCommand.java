package io.waybill.contract.payment;

/** What a payment can be told to do. */
public sealed interface PaymentCommand
        permits RequestPayment, RecordAuthorization, RecordDecline, VoidPayment, RecordVoid {
    PaymentId paymentId();
}
