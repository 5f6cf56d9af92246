package io.waybill.saga.carrier;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.shipment.ShipmentId;

/**
 * The carrier outside that takes shipments from a warehouse to their address. A shipment is booked once, under its id, however
 * often it is asked for.
 */
interface Carrier {
    /** What it said to a booking. An adapter throws where it said nothing. */
    sealed interface Booking {
        /** It will come; {@code carrier} is the name that customers know. */
        record Booked(String carrier, String trackingNumber) implements Booking {}

        /** It does not go there, or not with this. */
        record Refused(String detail) implements Booking {}
    }

    /** Fetch it at the warehouse. */
    Booking book(ShipmentId shipment, WarehouseId from, ShippingAddress to);

    /**
     * Do not fetch it, now or later. Repeating it, or naming a shipment that was never booked, is fine; one that is booked
     * afterwards is refused.
     */
    void cancel(ShipmentId shipment);
}
