package io.waybill.projection.audit.state;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A state in the making: a copy in which parts are replaced, never changed, because the state before has them too. */
final class Draft {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode state;
    private final Set<String> copied = new HashSet<>();

    Draft(ObjectNode before) {
        this.state = JSON.objectNode();
        state.setAll(before);
    }

    ObjectNode state() {
        return state;
    }

    /** The value; a missing node where there is none. */
    JsonNode get(String name) {
        return state.path(name);
    }

    long number(String name) {
        return state.path(name).asLong(0);
    }

    /** A missing value, or null, takes the field away. */
    Draft set(String name, @Nullable JsonNode value) {
        put(state, name, value);
        copied.remove(name);
        return this;
    }

    Draft set(String name, String text) {
        return set(name, JSON.stringNode(text));
    }

    Draft set(String name, long number) {
        return set(name, JSON.numberNode(number));
    }

    Draft set(String name, boolean value) {
        return set(name, JSON.booleanNode(value));
    }

    Draft remove(String... names) {
        for (String name : names) {
            state.remove(name);
        }
        return this;
    }

    /** Takes fields over from the event; one that it has not is taken away. */
    Draft take(JsonNode event, String... names) {
        for (String name : names) {
            set(name, event.get(name));
        }
        return this;
    }

    /** A part that is an object, empty if it was not there: a copy that may be changed, whose own parts may not. */
    ObjectNode part(String name) {
        if (copied.add(name) || !(state.get(name) instanceof ObjectNode)) {
            ObjectNode copy = JSON.objectNode();
            if (state.get(name) instanceof ObjectNode before) {
                copy.setAll(before);
            }
            state.set(name, copy);
        }
        return (ObjectNode) state.get(name);
    }

    /** A part of a part, in the same way. */
    ObjectNode part(String name, String key) {
        ObjectNode copy = JSON.objectNode();
        ObjectNode part = part(name);
        if (part.get(key) instanceof ObjectNode before) {
            copy.setAll(before);
        }
        part.set(key, copy);
        return copy;
    }

    /** The value under this name in an object that may be changed; nothing that is null stands in a state. */
    static void put(ObjectNode object, String name, @Nullable JsonNode value) {
        if (value == null || value.isMissingNode() || value.isNull()) {
            object.remove(name);
        } else {
            object.set(name, Parts.withoutNulls(value));
        }
    }
}
