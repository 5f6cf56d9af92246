package io.waybill.contract.shipment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** It has left. */
@Revision("1")
public record ShipmentDispatched(ShipmentId shipmentId, OrderId orderId, String carrier, String trackingNumber)
        implements ShipmentEvent {}
