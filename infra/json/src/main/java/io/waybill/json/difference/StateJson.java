package io.waybill.json.difference;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** States and changes as the text that is stored. It hangs on no application's settings, and loses no digit. */
public final class StateJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private StateJson() {}

    /** @throws tools.jackson.core.JacksonException if the text is no JSON object */
    public static ObjectNode state(String text) {
        return MAPPER.readValue(text, ObjectNode.class);
    }

    /** @throws tools.jackson.core.JacksonException if the text is no list of changes */
    public static List<Change> changes(String text) {
        return MAPPER.readValue(text, CHANGES);
    }

    public static String text(ObjectNode state) {
        return MAPPER.writeValueAsString(state);
    }

    public static String text(List<Change> changes) {
        return MAPPER.writeValueAsString(changes);
    }
}
