package io.waybill.projection.fulfilment;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One of the order's shipments. Where it goes stands in the order; an address is not kept twice.
 *
 * @param amendment of the order that it was packed for
 * @param value what it costs the customer
 * @param replaces a shipment that was lost
 * @param endedAt when it was delivered, lost or withdrawn
 * @param detail of a loss, for a person
 */
record ShipmentPart(
        ShipmentId shipmentId,
        OrderId orderId,
        Status status,
        WarehouseId warehouse,
        List<ShipmentItem> items,
        Money value,
        int amendment,
        @Nullable ShipmentId replaces,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant preparedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant endedAt,
        @Nullable String detail)
        implements Part {
    enum Status {
        PREPARED,
        BOOKED,
        DISPATCHED,
        DELIVERED,
        LOST,
        WITHDRAWN
    }

    static @Nullable ShipmentPart after(@Nullable ShipmentPart before, ShipmentEvent event, Instant at) {
        if (event instanceof ShipmentPrepared prepared) {
            return prepared(prepared, at);
        }
        return before == null ? null : before.after(event, at);
    }

    private static ShipmentPart prepared(ShipmentPrepared event, Instant at) {
        return new ShipmentPart(
                event.shipmentId(),
                event.orderId(),
                Status.PREPARED,
                event.warehouse(),
                event.items(),
                event.value(),
                event.amendment(),
                event.replaces(),
                null,
                null,
                at,
                null,
                null,
                null);
    }

    private ShipmentPart after(ShipmentEvent event, Instant at) {
        return switch (event) {
            case ShipmentPrepared _ -> this;
            // A booking that is told late does not bring back what has left.
            case ShipmentBooked(var _, var _, String by, String number) ->
                by(status == Status.PREPARED ? Status.BOOKED : status, by, number, dispatchedAt);
            case ShipmentDispatched(var _, var _, String by, String number) -> by(Status.DISPATCHED, by, number, at);
            case ShipmentDelivered _ -> ended(Status.DELIVERED, at, null);
            case ShipmentLost(var _, var _, String why) -> ended(Status.LOST, at, why);
            case ShipmentWithdrawn _ -> ended(Status.WITHDRAWN, at, null);
        };
    }

    private ShipmentPart by(Status next, String by, String number, @Nullable Instant left) {
        return new ShipmentPart(
                shipmentId,
                orderId,
                next,
                warehouse,
                items,
                value,
                amendment,
                replaces,
                by,
                number,
                preparedAt,
                left,
                endedAt,
                detail);
    }

    private ShipmentPart ended(Status end, Instant at, @Nullable String why) {
        return new ShipmentPart(
                shipmentId,
                orderId,
                end,
                warehouse,
                items,
                value,
                amendment,
                replaces,
                carrier,
                trackingNumber,
                preparedAt,
                dispatchedAt,
                at,
                why);
    }
}
