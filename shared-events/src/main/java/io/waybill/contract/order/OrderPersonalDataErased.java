package io.waybill.contract.order;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The guest who ordered is forgotten; what was ordered stays. */
@Revision("1")
public record OrderPersonalDataErased(
        OrderId orderId, @Nullable String reason) implements OrderEvent {}
