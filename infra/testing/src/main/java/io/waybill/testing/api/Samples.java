package io.waybill.testing.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that fit a schema. What the schema cannot say, such as which products there are, they do not know. */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS =
            List.of("sample", "A1", "GBP", "1.00", "\"0\"", "MUG-1", "A@B", "order", "2026-01-31", "1");

    private final ApiDocument document;

    Samples(ApiDocument document) {
        this.document = document;
    }

    static Set<String> types(JsonNode schema) {
        Set<String> types = new HashSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asString()));
        } else if (type.isString()) {
            types.add(type.asString());
        }
        return types;
    }

    JsonNode of(JsonNode given) {
        JsonNode schema = document.resolved(given);
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        Set<String> types = types(schema);
        if (types.contains("object") || schema.has("properties")) {
            return object(schema);
        }
        if (types.contains("array")) {
            return array(schema);
        }
        if (types.contains("string")) {
            return JSON.stringNode(text(schema));
        }
        if (types.contains("boolean")) {
            return JSON.booleanNode(true);
        }
        return JSON.numberNode(Math.max(1L, schema.path("minimum").asLong(1)));
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(each -> object.set(each.getKey(), of(each.getValue())));
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (long i = 0; i < Math.max(1, schema.path("minItems").asLong(1)); i++) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> "01980b5e-4c00-7000-8000-000000000001";
            case "date-time" -> "2026-01-31T09:30:00Z";
            case "date" -> "2026-01-31";
            case "duration" -> "PT1S";
            default -> matching(schema);
        };
    }

    private static String matching(JsonNode schema) {
        Pattern pattern = Pattern.compile(schema.path("pattern").asString(""));
        long shortest = schema.path("minLength").asLong(0);
        long longest = schema.path("maxLength").asLong(Long.MAX_VALUE);
        return TEXTS.stream()
                .filter(text -> text.length() >= shortest && text.length() <= longest)
                .filter(text -> pattern.matcher(text).find())
                .findFirst()
                .orElseGet(() -> "a".repeat((int) Math.max(1, shortest)));
    }
}
