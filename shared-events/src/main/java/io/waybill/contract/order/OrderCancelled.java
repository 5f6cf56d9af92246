package io.waybill.contract.order;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The order was stopped, and what was done for it is being undone. */
@Revision("1")
public record OrderCancelled(OrderId orderId, @Nullable String reason) implements OrderEvent {}
