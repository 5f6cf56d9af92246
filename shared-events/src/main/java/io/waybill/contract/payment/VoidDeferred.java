package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** What will be left is to be given back as soon as the captures under way have their outcome; nothing more is captured. */
@Revision("1")
public record VoidDeferred(PaymentId paymentId, OrderId orderId) implements PaymentEvent {}
