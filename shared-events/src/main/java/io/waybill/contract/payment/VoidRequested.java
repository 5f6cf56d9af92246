package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** The provider is to forget what it may hold for this payment. */
@Revision("1")
public record VoidRequested(PaymentId paymentId, OrderId orderId) implements PaymentEvent {}
