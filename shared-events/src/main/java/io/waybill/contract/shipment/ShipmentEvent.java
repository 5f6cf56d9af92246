package io.waybill.contract.shipment;

import io.waybill.contract.order.OrderId;

/** What can happen to a shipment. */
public sealed interface ShipmentEvent
        permits ShipmentPrepared,
                ShipmentBooked,
                ShipmentDispatched,
                ShipmentDelivered,
                ShipmentLost,
                ShipmentWithdrawn {
    ShipmentId shipmentId();

    OrderId orderId();
}
