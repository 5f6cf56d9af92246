package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** There will be no money from this payment. */
@Revision("1")
public record PaymentDeclined(PaymentId paymentId, OrderId orderId, DeclineReason reason, String detail)
        implements PaymentEvent {}
