package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order as it was agreed last, and what has left, come back and been refunded of it. */
final class OrderFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry("OrderPlaced", OrderFold::placed),
            entry("OrderConfirmed", OrderFold::confirmed),
            entry("OrderRejected", (state, event) -> status(state, "REJECTED").set("rejections", event.get("reasons"))),
            entry("OrderAmended", OrderFold::amended),
            entry("OrderCancelled", (state, event) -> status(state, "CANCELLED").take(event, "reason")),
            entry("OrderPartiallyShipped", (state, event) -> left(status(state, "PARTIALLY_SHIPPED"), event)),
            entry("OrderShipped", (state, event) -> left(status(state, "SHIPPED"), event)),
            entry("OrderDelivered", OrderFold::delivered),
            entry("OrderClosed", (state, event) -> status(state, "CLOSED").take(event, "reason")),
            entry("OrderReturnOpened", (state, event) -> returned(state, event, "OPEN")),
            entry("OrderReturnSettled", (state, event) -> returned(state, event, "SETTLED")),
            entry("OrderRefundRequested", OrderFold::refunded),
            entry("OrderPersonalDataErased", OrderFold::erased));

    private static final String[] PERSONAL = {"sealed", "name", "street", "city", "postcode"};

    private OrderFold() {}

    private static Draft status(Draft state, String status) {
        return state.set("status", status);
    }

    private static void placed(Draft state, JsonNode event) {
        status(state.take(event, "orderId"), "PLACED")
                .take(event, "customerId", "reference", "orderedAt")
                .set("buyer", event.hasNonNull("customerId") ? "CUSTOMER" : "GUEST")
                .set("amendment", 0);
        agreed(state, event);
        state.take(event, "onShortStock", "onLoss");
    }

    private static void amended(Draft state, JsonNode event) {
        state.take(event, "amendment").set("amendmentCause", event.get("cause"));
        agreed(state, event);
    }

    private static void agreed(Draft state, JsonNode event) {
        state.take(event, "shipTo")
                .set("lines", Parts.by("number", event.path("lines")))
                .set("groups", Parts.by("number", event.path("groups")))
                .take(event, "total")
                .set("payments", Parts.by("paymentId", event.path("payments")));
    }

    /** What is confirmed is the order as of its last amendment. */
    private static void confirmed(Draft state, JsonNode event) {
        status(state, "CONFIRMED").set("confirmedAmendment", state.get("amendment"));
    }

    private static void left(Draft state, JsonNode event) {
        ObjectNode shipment = state.part("shipments", event.path("shipmentId").asString(""));
        shipment.put("status", "DISPATCHED");
        shipment.set("items", Parts.by("group", event.path("items")));
        Draft.put(shipment, "value", event.get("value"));
    }

    private static void delivered(Draft state, JsonNode event) {
        status(state, "DELIVERED");
        state.get("shipments")
                .propertyNames()
                .forEach(id -> state.part("shipments", id).put("status", "DELIVERED"));
        event.path("lost")
                .forEach(id -> state.part("shipments", id.asString("")).put("status", "LOST"));
    }

    private static void returned(Draft state, JsonNode event, String status) {
        ObjectNode back = state.part("returns", event.path("returnId").asString(""));
        back.put("status", status);
        back.set("items", Parts.by("line", event.path("items")));
    }

    private static void refunded(Draft state, JsonNode event) {
        ObjectNode refund = state.part("refunds", event.path("refund").asString(""));
        refund.set("parts", Parts.by("paymentId", event.path("parts")));
        Draft.put(refund, "uncovered", event.get("uncovered"));
    }

    /** Where it went is forgotten, but for the country. */
    private static void erased(Draft state, JsonNode event) {
        state.set("buyer", "FORGOTTEN");
        for (String field : PERSONAL) {
            state.part("shipTo").remove(field);
        }
    }
}
