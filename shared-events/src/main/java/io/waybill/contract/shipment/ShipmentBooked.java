package io.waybill.contract.shipment;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** A carrier will fetch it. */
@Revision("1")
public record ShipmentBooked(ShipmentId shipmentId, OrderId orderId, String carrier, String trackingNumber)
        implements ShipmentEvent {}
