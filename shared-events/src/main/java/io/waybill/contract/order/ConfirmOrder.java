package io.waybill.contract.order;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything is reserved and paid for. */
public record ConfirmOrder(@TargetAggregateIdentifier OrderId orderId) implements OrderCommand {}
