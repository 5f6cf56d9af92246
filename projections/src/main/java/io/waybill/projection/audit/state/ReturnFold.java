package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A return: what is to come back, what came, and how it ended. */
final class ReturnFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry("ReturnRequested", ReturnFold::requested),
            entry("ReturnApproved", (state, event) -> state.set("status", "APPROVED")),
            entry(
                    "ReturnDeclined",
                    (state, event) -> state.set("status", "DECLINED").set("declineReason", event.get("reason"))),
            entry("ReturnReceived", ReturnFold::received),
            entry("ReturnRefundRetried", (state, event) -> state.take(event, "fallback")),
            entry(
                    "ReturnClosed",
                    (state, event) -> state.set("status", "CLOSED").take(event, "outcome")));

    private ReturnFold() {}

    private static void requested(Draft state, JsonNode event) {
        state.take(event, "returnId", "orderId")
                .set("status", "REQUESTED")
                .set("items", Parts.by("line", event.path("items")))
                .take(event, "reason", "fallback");
    }

    /** What came stays a list: pieces of one line may come in two conditions. */
    private static void received(Draft state, JsonNode event) {
        ObjectNode arrival = state.set("status", "RECEIVED").part("received");
        Draft.put(arrival, "warehouse", event.get("warehouse"));
        Draft.put(arrival, "items", event.get("items"));
        Draft.put(arrival, "refund", event.get("refund"));
    }
}
