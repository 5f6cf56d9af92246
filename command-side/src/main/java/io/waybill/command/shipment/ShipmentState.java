package io.waybill.command.shipment;

import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * Where a shipment stands.
 *
 * <pre>
 *  from        on                  to
 *  –           PrepareShipment     PREPARED
 *  PREPARED    RecordBooking       PREPARED, with a carrier
 *  PREPARED    DispatchShipment    DISPATCHED, if the order lets it
 *  PREPARED    WithdrawShipment    WITHDRAWN (end)
 *  DISPATCHED  DeliverShipment     DELIVERED (end)
 *  DISPATCHED  ReportShipmentLost  LOST (end)
 * </pre>
 *
 * @param prepared what was packed, for which order
 * @param booking the carrier that will fetch it, or has
 */
record ShipmentState(
        Status status, ShipmentPrepared prepared, @Nullable Booking booking) {
    enum Status {
        PREPARED,
        DISPATCHED,
        DELIVERED,
        LOST,
        WITHDRAWN
    }

    /** Who carries it, and under which number. */
    record Booking(String carrier, String trackingNumber) {}

    static ShipmentState prepared(ShipmentPrepared event) {
        return new ShipmentState(Status.PREPARED, event, null);
    }

    ShipmentState after(ShipmentEvent event) {
        return switch (event) {
            case ShipmentPrepared again -> prepared(again);
            case ShipmentBooked booked -> with(Status.PREPARED, booked.carrier(), booked.trackingNumber());
            case ShipmentDispatched left -> with(Status.DISPATCHED, left.carrier(), left.trackingNumber());
            case ShipmentDelivered delivered -> with(Status.DELIVERED);
            case ShipmentLost lost -> with(Status.LOST);
            case ShipmentWithdrawn withdrawn -> with(Status.WITHDRAWN);
        };
    }

    private ShipmentState with(Status next) {
        return new ShipmentState(next, prepared, booking);
    }

    private ShipmentState with(Status next, String carrier, String trackingNumber) {
        return new ShipmentState(next, prepared, new Booking(carrier, trackingNumber));
    }
}
