package io.waybill.contract.shipment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** It will never leave. */
@Revision("1")
public record ShipmentWithdrawn(ShipmentId shipmentId, OrderId orderId) implements ShipmentEvent {}
