package io.waybill.contract.order;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Stop the order, and undo what was done for it. {@code reason} is for a person. */
public record CancelOrder(
        @TargetAggregateIdentifier OrderId orderId,
        @Nullable String reason) implements OrderCommand {}
