package io.waybill.contract.order;

import org.axonframework.serialization.Revision;

/** Nothing more will happen to the order. */
@Revision("1")
public record OrderClosed(OrderId orderId, ClosingReason reason) implements OrderEvent {}
