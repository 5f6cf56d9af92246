package io.waybill.eventing.personal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a record with its personal components sealed. */
final class SealedWriter extends StdSerializer<Object> {
    private final Set<String> personal;
    private final Sealing sealing;

    SealedWriter(Class<?> type, Set<String> personal, Sealing sealing) {
        super(type);
        this.personal = personal;
        this.sealing = sealing;
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
        json.writeTree(sealing.seal(value, personal, message(json)));
    }

    /** The outermost object that is being written, or null if the value is that. */
    private static @Nullable Object message(JsonGenerator json) {
        TokenStreamContext at = json.streamWriteContext();
        while (at.getParent() != null && !at.getParent().inRoot()) {
            at = at.getParent();
        }
        return at.currentValue();
    }
}
