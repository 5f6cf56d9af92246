package io.waybill.contract.order;

import org.axonframework.serialization.Revision;

/** Everything is reserved and the payment is authorized. */
@Revision("1")
public record OrderConfirmed(OrderId orderId) implements OrderEvent {}
