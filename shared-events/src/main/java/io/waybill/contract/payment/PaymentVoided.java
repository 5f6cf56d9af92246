package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** The provider holds nothing any more. */
@Revision("1")
public record PaymentVoided(PaymentId paymentId, OrderId orderId) implements PaymentEvent {}
