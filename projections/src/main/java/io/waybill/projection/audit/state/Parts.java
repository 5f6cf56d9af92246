package io.waybill.projection.audit.state;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of events as a state has them. */
final class Parts {
    private Parts() {}

    /**
     * A list of objects as an object, under what each is named by, so that a change of one is a change of that one. Of two
     * with one name the later stays.
     */
    static ObjectNode by(String key, JsonNode list) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        for (JsonNode each : list) {
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            each.properties().stream()
                    .filter(field -> !field.getKey().equals(key))
                    .forEach(field -> Draft.put(rest, field.getKey(), field.getValue()));
            named.set(each.path(key).asString(""), rest);
        }
        return named;
    }

    /** What is null in an event is not there in a state. */
    static JsonNode withoutNulls(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode rest = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> Draft.put(rest, field.getKey(), field.getValue()));
                yield rest;
            }
            case ArrayNode list -> {
                ArrayNode rest = JsonNodeFactory.instance.arrayNode();
                list.forEach(each -> rest.add(withoutNulls(each)));
                yield rest;
            }
            default -> value;
        };
    }
}
