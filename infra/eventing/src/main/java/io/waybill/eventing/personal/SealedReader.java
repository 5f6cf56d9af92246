package io.waybill.eventing.personal;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.node.ObjectNode;

/** Reads a record whose personal components are sealed, or stand as they are, or are gone. */
final class SealedReader extends StdDeserializer<Object> {
    private final Class<?> type;
    private final Sealing sealing;

    SealedReader(Class<?> type, Sealing sealing) {
        super(type);
        this.type = type;
        this.sealing = sealing;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
        return sealing.open(context.readValue(json, ObjectNode.class), type);
    }
}
