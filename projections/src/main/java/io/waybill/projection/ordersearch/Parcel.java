package io.waybill.projection.ordersearch;

import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import java.util.ArrayList;
import java.util.List;

/**
 * A shipment that a carrier knows.
 *
 * @param version that of the shipment's last event of which something is here
 */
record Parcel(String shipmentId, String carrier, String trackingNumber, long version) {
    /** Whether an event says anything about who carries what under which number. */
    static boolean isChangedBy(ShipmentEvent event) {
        return switch (event) {
            case ShipmentBooked _, ShipmentDispatched _ -> true;
            case ShipmentPrepared _, ShipmentDelivered _, ShipmentLost _, ShipmentWithdrawn _ -> false;
        };
    }

    /** An order's parcels after one more event, in the order in which carriers heard of them. */
    static List<Parcel> after(List<Parcel> before, ShipmentEvent event, long version) {
        return switch (event) {
            case ShipmentBooked(var shipment, var _, String carrier, String number) ->
                with(before, new Parcel(shipment.toString(), carrier, number, version));
            case ShipmentDispatched(var shipment, var _, String carrier, String number) ->
                with(before, new Parcel(shipment.toString(), carrier, number, version));
            case ShipmentPrepared _, ShipmentDelivered _, ShipmentLost _, ShipmentWithdrawn _ -> before;
        };
    }

    private static List<Parcel> with(List<Parcel> before, Parcel now) {
        List<Parcel> after = new ArrayList<>(before);
        for (int i = 0; i < after.size(); i++) {
            Parcel old = after.get(i);
            if (old.shipmentId().equals(now.shipmentId())) {
                after.set(i, old.version() < now.version() ? now : old);
                return List.copyOf(after);
            }
        }
        after.add(now);
        return List.copyOf(after);
    }
}
