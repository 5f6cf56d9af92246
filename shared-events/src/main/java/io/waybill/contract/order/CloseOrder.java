package io.waybill.contract.order;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nothing more will happen to the order. */
public record CloseOrder(@TargetAggregateIdentifier OrderId orderId, ClosingReason reason) implements OrderCommand {}
