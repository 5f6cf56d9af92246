package io.waybill.contract.shipment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** It arrived. */
@Revision("1")
public record ShipmentDelivered(ShipmentId shipmentId, OrderId orderId) implements ShipmentEvent {}
