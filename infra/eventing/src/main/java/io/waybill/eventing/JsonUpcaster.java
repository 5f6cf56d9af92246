package io.waybill.eventing;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings one event from one revision to the next, as JSON: the records of old revisions are not kept. */
final class JsonUpcaster extends SingleEventUpcaster {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final SimpleSerializedType from;
    private final SimpleSerializedType to;
    private final UnaryOperator<Map<String, Object>> change;

    /** @param revision that is read; the one that is made is the next */
    JsonUpcaster(String name, int revision, UnaryOperator<Map<String, Object>> change) {
        this.from = new SimpleSerializedType(name, Integer.toString(revision));
        this.to = new SimpleSerializedType(name, Integer.toString(revision + 1));
        this.change = change;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(from);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                to, JsonNode.class, json -> JSON.valueToTree(change.apply(JSON.convertValue(json, OBJECT))));
    }
}
