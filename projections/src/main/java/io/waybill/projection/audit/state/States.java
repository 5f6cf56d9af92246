package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Folds events of any kind, by the names under which they are stored. */
public final class States {
    private static final Logger log = LoggerFactory.getLogger(States.class);

    /** By the type of the entity, as the audit writes it. */
    private static final Map<String, Map<String, Step>> STEPS = Map.ofEntries(
            entry("order", OrderFold.STEPS),
            entry("stock", StockFold.STEPS),
            entry("payment", PaymentFold.STEPS),
            entry("product", ProductFold.STEPS),
            entry("shipment", ShipmentFold.STEPS),
            entry("return", ReturnFold.STEPS),
            entry("wallet", WalletFold.STEPS),
            entry("transfer", TransferFold.STEPS),
            entry("customer", CustomerFold.STEPS));

    private States() {}

    /** What an entity is before its first event. */
    public static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The state after an event, which shares what did not change with the one before; that stays as it is.
     *
     * @param type of the entity, such as {@code order}
     * @param name under which the event is stored
     * @param event in its newest revision
     * @return the state before, if nobody here knows such an event or it is not as it should be: the audit keeps it all the
     *     same
     */
    public static ObjectNode after(ObjectNode before, String type, String name, JsonNode event) {
        Step step = STEPS.getOrDefault(type, Map.of()).get(name);
        if (step == null || !event.isObject()) {
            return before;
        }
        Draft draft = new Draft(before);
        try {
            step.fold(draft, event);
            return draft.state();
        } catch (RuntimeException malformed) {
            log.warn("An event {} of {} changes nothing in the audit's states: {}", name, type, malformed.toString());
            return before;
        }
    }

    /** Whether such an event of such an entity is known here. */
    static boolean knows(String type, String name) {
        return STEPS.getOrDefault(type, Map.of()).containsKey(name);
    }

    /** How many kinds of events are known. */
    static int known() {
        return STEPS.values().stream().mapToInt(Map::size).sum();
    }
}
