package io.waybill.projection.audit;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An event's payload as JSON, of whatever release it is. */
final class Payload {
    /** Of an event's words so many characters are found again: a row's have to fit into PostgreSQL's megabyte. */
    static final int MAX_WORDS = 100_000;

    private static final String SEALED = "sealed";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Payload() {}

    /** A missing node, if the text cannot be read: it is kept all the same. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /** All texts in it, one after the other, at most {@link #MAX_WORDS} characters; not what is sealed. */
    static String words(JsonNode payload) {
        StringBuilder words = new StringBuilder();
        collect(payload, words);
        return words.substring(0, Math.min(words.length(), MAX_WORDS));
    }

    private static void collect(JsonNode value, StringBuilder words) {
        if (words.length() >= MAX_WORDS) {
            return;
        }
        if (value.isObject()) {
            value.properties().stream()
                    .filter(field -> !field.getKey().equals(SEALED))
                    .forEach(field -> collect(field.getValue(), words));
        } else if (value.isArray()) {
            value.forEach(each -> collect(each, words));
        } else if (value.isString()) {
            words.append(words.isEmpty() ? "" : " ").append(value.asString());
        }
    }
}
