package io.waybill.contract.order;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Forget the guest who ordered, for ever; what was ordered stays. */
public record ErasePersonalData(
        @TargetAggregateIdentifier OrderId orderId,
        @Nullable String reason) implements OrderCommand {}
