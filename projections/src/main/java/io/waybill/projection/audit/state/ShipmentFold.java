package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A shipment: what is in it, where it goes, who carries it. */
final class ShipmentFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry("ShipmentPrepared", ShipmentFold::prepared),
            entry("ShipmentBooked", ShipmentFold::booked),
            entry(
                    "ShipmentDispatched",
                    (state, event) -> state.set("status", "DISPATCHED").take(event, "carrier", "trackingNumber")),
            entry("ShipmentDelivered", (state, event) -> state.set("status", "DELIVERED")),
            entry("ShipmentLost", (state, event) -> state.set("status", "LOST").take(event, "detail")),
            entry("ShipmentWithdrawn", (state, event) -> state.set("status", "WITHDRAWN")));

    private ShipmentFold() {}

    private static void prepared(Draft state, JsonNode event) {
        state.take(event, "shipmentId", "orderId")
                .set("status", "PREPARED")
                .take(event, "amendment", "warehouse")
                .set("items", Parts.by("group", event.path("items")))
                .take(event, "value", "shipTo", "replaces");
    }

    /** A booking that is told late does not bring back what has left. */
    private static void booked(Draft state, JsonNode event) {
        if (state.get("status").asString("").equals("PREPARED")) {
            state.set("status", "BOOKED").take(event, "carrier", "trackingNumber");
        }
    }
}
