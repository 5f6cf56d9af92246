package io.waybill.contract.order;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything is reserved and paid for, as of this amendment (0 before the first). */
public record ConfirmOrder(@TargetAggregateIdentifier OrderId orderId, int amendment) implements OrderCommand {}
