package io.waybill.testing.api;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are right but in one place, which each is named after; and bodies that are no JSON at all. */
final class MalformedBodies {
    static final String UNKNOWN = "an unknown field";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Else half a character could not be sent. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<Charset> OTHER_ENCODINGS =
            List.of(UTF_16, UTF_16LE, UTF_16BE, UTF_32, UTF_32LE, UTF_32BE);
    private static final int DEEP = 50_000;
    private static final int LARGER_THAN_TAKEN = (1 << 20) + 1;

    private final ApiDocument document;
    private final Map<String, byte[]> all = new LinkedHashMap<>();

    private MalformedBodies(ApiDocument document) {
        this.document = document;
    }

    /** @param right a body that fits the schema */
    static Map<String, byte[]> of(ApiDocument document, JsonNode schema, JsonNode right, boolean required) {
        MalformedBodies bodies = new MalformedBodies(document);
        bodies.at("", schema, right, changed -> changed);
        bodies.broken(right.toString());
        if (required) {
            bodies.put("no body", "");
            bodies.put("null", "null");
        }
        return bodies.all;
    }

    private void at(String pointer, JsonNode given, JsonNode right, UnaryOperator<JsonNode> around) {
        JsonNode schema = document.resolved(given);
        MalformedValues.of(schema).forEach((name, value) -> put(pointer + ": " + name, around.apply(value)));
        if (schema.has("properties") && right instanceof ObjectNode object) {
            fields(pointer, schema, object, around);
        }
        if (schema.has("items") && right instanceof ArrayNode array) {
            items(pointer, schema, array, around);
        }
    }

    private void fields(String pointer, JsonNode schema, ObjectNode right, UnaryOperator<JsonNode> around) {
        put(pointer + "/unexpected: " + UNKNOWN, around.apply(right.deepCopy().put("unexpected", 1)));
        schema.path("required").forEach(each -> {
            String name = each.asString();
            put(
                    pointer + "/" + name + ": missing",
                    around.apply(right.deepCopy().without(name)));
            put(pointer + "/" + name + ": null", around.apply(right.deepCopy().putNull(name)));
        });
        schema.path("properties")
                .properties()
                .forEach(each -> at(
                        pointer + "/" + each.getKey(),
                        each.getValue(),
                        right.path(each.getKey()),
                        value -> around.apply(right.deepCopy().set(each.getKey(), value))));
    }

    private void items(String pointer, JsonNode schema, ArrayNode right, UnaryOperator<JsonNode> around) {
        long fewest = schema.path("minItems").asLong(0);
        if (fewest > 0) {
            put(pointer + ": empty", around.apply(JSON.arrayNode()));
        }
        if (right.isEmpty()) {
            return;
        }
        if (schema.has("maxItems")) {
            ArrayNode many = JSON.arrayNode();
            for (long i = 0; i <= schema.path("maxItems").asLong(); i++) {
                many.add(right.get(0));
            }
            put(pointer + ": too many", around.apply(many));
        }
        put(pointer + "/0: null", around.apply(right.deepCopy().set(0, JSON.nullNode())));
        at(pointer + "/0", schema.path("items"), right.get(0), value -> {
            ArrayNode changed = right.deepCopy();
            changed.set(0, value);
            return around.apply(changed);
        });
    }

    private void broken(String right) {
        put("cut off", right.substring(0, right.length() - 1));
        put("followed by another", right + right);
        put("followed by text", right + "x");
        put("a comment", "/* */" + right);
        put("single quotes", right.replace('"', '\''));
        put("not a number", "{\"value\":NaN}");
        put("a trailing comma", right.replaceFirst("}$", ",}"));
        put("nested too deeply", "[".repeat(DEEP));
        put("objects nested too deeply", "{\"a\":".repeat(DEEP));
        put("too large", right + " ".repeat(LARGER_THAN_TAKEN));
        for (Charset other : OTHER_ENCODINGS) {
            all.put("in " + other, right.getBytes(other));
        }
        all.put("no UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        if (right.startsWith("{\"")) {
            String first = right.substring(1, right.indexOf(':') + 1);
            put("a field twice", "{" + first + "1," + right.substring(1));
        }
    }

    private void put(String name, JsonNode body) {
        put(name, ESCAPING.writeValueAsString(body));
    }

    private void put(String name, String body) {
        all.put(name, body.getBytes(UTF_8));
    }
}
