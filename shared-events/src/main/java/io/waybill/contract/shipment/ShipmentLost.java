package io.waybill.contract.shipment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** It will never arrive. */
@Revision("1")
public record ShipmentLost(
        ShipmentId shipmentId, OrderId orderId, @Nullable String detail) implements ShipmentEvent {}
