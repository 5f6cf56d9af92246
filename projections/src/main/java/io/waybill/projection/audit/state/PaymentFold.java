package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A payment: whether its amount is held, which its status tells, and what of it was captured and refunded. */
final class PaymentFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry("PaymentRequested", PaymentFold::requested),
            entry("PaymentAuthorized", PaymentFold::authorized),
            entry(
                    "PaymentDeclined",
                    (state, event) -> state.set("status", "DECLINED").take(event, "reason", "detail")),
            entry("CaptureRequested", (state, event) -> part(state, event, Kind.CAPTURE, "AWAITED")),
            entry("PaymentCaptured", (state, event) -> part(state, event, Kind.CAPTURE, "DONE")),
            entry("CaptureRefused", (state, event) -> part(state, event, Kind.CAPTURE, "REFUSED")),
            entry("VoidDeferred", (state, event) -> state.set("status", "VOID_DEFERRED")),
            entry("VoidRequested", PaymentFold::voiding),
            entry("PaymentVoided", PaymentFold::voided),
            entry("RefundRequested", (state, event) -> part(state, event, Kind.REFUND, "AWAITED")),
            entry("PaymentRefunded", (state, event) -> part(state, event, Kind.REFUND, "DONE")),
            entry("RefundRefused", (state, event) -> part(state, event, Kind.REFUND, "REFUSED")));

    /** How many voids are under way. */
    private static final String VOIDS = "voids";

    private PaymentFold() {}

    /** What is done in parts, and where their sum stands. */
    private enum Kind {
        CAPTURE("capture", "captures", "captured"),
        REFUND("refund", "refunds", "refunded");

        private final String id;
        private final String parts;
        private final String sum;

        Kind(String id, String parts, String sum) {
            this.id = id;
            this.parts = parts;
            this.sum = sum;
        }
    }

    private static void requested(Draft state, JsonNode event) {
        JsonNode nothing = Amount.zero(event.path("amount"));
        state.take(event, "paymentId", "orderId")
                .set("status", "REQUESTED")
                .take(event, "amount", "means")
                .set("authorized", nothing)
                .set("captured", nothing)
                .set("refunded", nothing);
    }

    /** The answer may come when the payment was given up: what is held has to be given back then. */
    private static void authorized(Draft state, JsonNode event) {
        if (state.get("status").asString("").equals("REQUESTED")) {
            state.set("status", "AUTHORIZED");
        }
        state.set("authorized", event.get("amount")).take(event, "authorization");
    }

    private static void voiding(Draft state, JsonNode event) {
        state.set("status", "VOIDING").set(VOIDS, state.number(VOIDS) + 1);
    }

    private static void voided(Draft state, JsonNode event) {
        long left = state.number(VOIDS) - 1;
        if (left > 0) {
            state.set(VOIDS, left);
        } else {
            state.set("status", "VOIDED").remove(VOIDS);
        }
    }

    private static void part(Draft state, JsonNode event, Kind kind, String status) {
        ObjectNode part = state.part(kind.parts, event.path(kind.id).asString(""));
        boolean counted = part.path("status").asString("").equals("DONE");
        Draft.put(part, "amount", event.get("amount"));
        part.put("status", status);
        Draft.put(part, "detail", event.get("detail"));
        if (status.equals("DONE") && !counted) {
            state.set(kind.sum, Amount.plus(state.get(kind.sum), event.path("amount")));
        }
    }
}
