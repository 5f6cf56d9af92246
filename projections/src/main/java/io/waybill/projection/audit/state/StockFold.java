package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Pieces of one SKU in one warehouse, and for whom they are held. */
final class StockFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry("StockReceived", (state, event) -> onHand(state, event, onHand(state) + quantity(event))),
            entry(
                    "StockCounted",
                    (state, event) -> onHand(state, event, event.path("counted").asLong(0))),
            entry("StockReserved", (state, event) -> held(state, event, quantity(event))),
            entry("StockReservationRejected", (state, event) -> onHand(state, event, onHand(state))),
            entry("ReservationReleased", (state, event) -> held(state, event, -quantity(event))),
            entry("ReservationShipped", StockFold::shipped),
            entry("ReturnRestocked", (state, event) -> onHand(state, event, onHand(state) + quantity(event))));

    private StockFold() {}

    private static long onHand(Draft state) {
        return state.number("onHand");
    }

    private static long quantity(JsonNode event) {
        return event.path("quantity").asLong(0);
    }

    private static void onHand(Draft state, JsonNode event, long pieces) {
        write(state, event, pieces, state.number("reserved"));
    }

    /** What left was there, whatever a count had said: on hand does not fall below zero. */
    private static void shipped(Draft state, JsonNode event) {
        onHand(state, event, Math.max(0, onHand(state) - quantity(event)));
        held(state, event, -quantity(event));
    }

    /** A reservation of which nothing is held any more is none. */
    private static void held(Draft state, JsonNode event, long more) {
        String reservation = event.path("reservation").asString("");
        long before = state.get("reservations").path(reservation).asLong(0);
        long now = more > 0 ? more : Math.max(0, before + more);
        write(state, event, onHand(state), state.number("reserved") + now - before);
        if (now > 0) {
            state.part("reservations").set(reservation, JsonNodeFactory.instance.numberNode(now));
        } else {
            state.part("reservations").remove(reservation);
        }
    }

    /** Where a count found less than is held, nothing is available. */
    private static void write(Draft state, JsonNode event, long onHand, long reserved) {
        String[] key = event.path("stock").asString("").split("@", 2);
        state.set("sku", key[0])
                .set("warehouse", key[key.length - 1])
                .set("onHand", onHand)
                .set("reserved", reserved)
                .set("available", Math.max(0, onHand - reserved));
    }
}
