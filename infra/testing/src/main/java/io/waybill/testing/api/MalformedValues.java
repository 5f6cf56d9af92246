package io.waybill.testing.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Single values that a schema forbids, each under the name of what is wrong with it. */
final class MalformedValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int VERY_LONG = 5_000;
    private static final List<String> ODD =
            List.of("", " ", "!", "~#%", "é", "\u0001", "a\u001bb", "\u202e", "-", "''", "a".repeat(VERY_LONG));

    private final Map<String, JsonNode> all = new LinkedHashMap<>();

    private MalformedValues() {}

    /** Those that are wrong whatever stands around them. */
    static Map<String, JsonNode> of(JsonNode schema) {
        MalformedValues values = new MalformedValues();
        Set<String> types = Samples.types(schema);
        values.otherTypes(types);
        if (types.contains("string")) {
            texts(schema).forEach((name, text) -> values.all.put(name, JSON.stringNode(text)));
        }
        if (types.contains("integer")) {
            values.integers(schema);
        }
        if (types.contains("number") || types.contains("integer")) {
            values.all.put("a number beyond all bounds", JSON.numberNode(new BigDecimal("1e9999")));
        }
        return values.all;
    }

    /** Texts that the schema forbids. */
    static Map<String, String> texts(JsonNode schema) {
        Map<String, String> texts = new LinkedHashMap<>();
        long shortest = schema.path("minLength").asLong(0);
        if (shortest > 0) {
            texts.put("too short", "a".repeat((int) shortest - 1));
        }
        if (schema.has("maxLength")) {
            texts.put("too long", "a".repeat(schema.path("maxLength").asInt() + 1));
        }
        if (schema.has("enum")) {
            texts.put("none of the enum", "NO_SUCH_VALUE");
            texts.put("a number of the enum", "0");
        }
        if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.path("pattern").asString());
            ODD.stream()
                    .filter(text -> !pattern.matcher(text).find())
                    .forEach(text -> texts.put("not of the pattern: " + shown(text), text));
        }
        formats(schema.path("format").asString("")).forEach(text -> texts.put("not of the format: " + text, text));
        texts.put("U+0000", "a\0b");
        texts.put("half a character", "a\ud83d");
        return texts;
    }

    private static Stream<String> formats(String format) {
        return switch (format) {
            case "uuid" -> Stream.of("", "7", "not-a-uuid", "01980b5e-4c00-7000-8000-00000000000g", "1-1-1-1-1");
            case "date-time" -> Stream.of("", "yesterday", "2026-01-31", "2026-13-45T99:00:00Z", "2026-01-31T09:30:00");
            case "date" -> Stream.of("", "yesterday", "2026-02-30", "31.01.2026");
            default -> Stream.empty();
        };
    }

    private void otherTypes(Set<String> types) {
        boolean number = types.contains("number");
        if (!types.contains("string")) {
            all.put("a text", JSON.stringNode("text"));
            all.put("a number as text", JSON.stringNode("1"));
        }
        if (!number && !types.contains("integer")) {
            all.put("a whole number", JSON.numberNode(7));
        }
        if (!number) {
            all.put("a decimal", JSON.numberNode(new BigDecimal("1.5")));
        }
        if (!types.contains("boolean")) {
            all.put("a boolean", JSON.booleanNode(true));
        }
        if (!types.contains("array")) {
            all.put("a list", JSON.arrayNode().add("text"));
            all.put("an empty list", JSON.arrayNode());
        }
        if (!types.contains("object")) {
            all.put("an object", JSON.objectNode().put("value", "text"));
            all.put("an empty object", JSON.objectNode());
        }
    }

    private void integers(JsonNode schema) {
        BigInteger least = schema.has("minimum") ? schema.get("minimum").bigIntegerValue() : null;
        BigInteger most = schema.has("maximum") ? schema.get("maximum").bigIntegerValue() : null;
        if (least != null) {
            all.put("too small", JSON.numberNode(least.subtract(BigInteger.ONE)));
        }
        if (most != null) {
            all.put("too large", JSON.numberNode(most.add(BigInteger.ONE)));
        }
        boolean wide = schema.path("format").asString("").equals("int64");
        all.put("beyond its bits", JSON.numberNode(BigInteger.TWO.pow(wide ? 63 : 31)));
        all.put("below its bits", JSON.numberNode(BigInteger.TWO.pow(200).negate()));
    }

    private static String shown(String text) {
        return text.length() > 20 ? text.length() + " characters" : "'" + text + "'";
    }
}
