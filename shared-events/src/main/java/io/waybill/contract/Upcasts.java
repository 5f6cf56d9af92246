package io.waybill.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How the events of an older revision are read: for each name and revision that was ever stored and is no longer written,
 * what makes the next revision's JSON of it. They stay for ever, like the golden files of what they read.
 */
public final class Upcasts {
    private static final Map<String, UnaryOperator<Map<String, Object>>> ALL = Map.of(
            "OrderPlaced-1", Upcasts::orderPlacedByCard,
            "PaymentRequested-1", Upcasts::paymentRequestedByCard,
            "VoidRequested-1", Upcasts::voidRequestedOfCard);

    private Upcasts() {}

    /** By {@code NAME-REVISION}; each takes the JSON object of that revision and gives the next one's. */
    public static Map<String, UnaryOperator<Map<String, Object>>> all() {
        return ALL;
    }

    /** Every order was paid with one card, and asked for neither of what it may now choose. */
    private static Map<String, Object> orderPlacedByCard(Map<String, Object> first) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("paymentId", required(first, "paymentId"));
        part.put("means", card(required(first, "cardToken")));
        part.put("amount", required(first, "total"));
        Map<String, Object> second = without(first, "paymentId", "cardToken");
        second.put("payments", List.of(part));
        second.put("onShortStock", "REJECT");
        second.put("onLoss", "REFUND");
        return second;
    }

    private static Map<String, Object> paymentRequestedByCard(Map<String, Object> first) {
        Map<String, Object> second = without(first, "cardToken");
        second.put("means", card(required(first, "cardToken")));
        return second;
    }

    /** There were no wallets, and one that is not named is none. */
    private static Map<String, Object> voidRequestedOfCard(Map<String, Object> first) {
        return first;
    }

    private static Map<String, Object> card(Object token) {
        return Map.of("cardToken", token);
    }

    private static Map<String, Object> without(Map<String, Object> json, String... fields) {
        Map<String, Object> rest = new LinkedHashMap<>(json);
        List.of(fields).forEach(rest::remove);
        return rest;
    }

    private static Object required(Map<String, Object> json, String field) {
        Object value = json.get(field);
        if (value == null) {
            throw new IllegalArgumentException("an event of this revision has a " + field);
        }
        return value;
    }
}
