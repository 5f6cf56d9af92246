package io.waybill.projection.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.RecordedEvent;
import java.util.HexFormat;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of an event is kept to prove it by its hash.
 *
 * @param metadata a JSON object of texts; null where the event does not come from the log
 * @param hash in hexadecimal digits; null where the event was not chained
 * @param revision null where it is the payload's, which then is as recorded
 * @param payload as recorded; null as the revision is
 */
record Recorded(
        @Nullable String metadata,
        @Nullable String hash,
        @Nullable String revision,
        @Nullable String payload) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param payload what the event's payload is now */
    static Recorded of(DomainEventMessage<?> event, SerializedObject<String> payload) {
        RecordedEvent recorded = RecordedEvent.of(event);
        if (recorded == null) {
            return new Recorded(null, null, null, null);
        }
        String metadata = JSON.writeValueAsString(new TreeMap<>(recorded.metadata()));
        Bytes hash = recorded.hash();
        String digits = hash == null ? null : HexFormat.of().formatHex(hash.get());
        String revision = recorded.revision();
        return revision == null || revision.equals(payload.getType().getRevision())
                ? new Recorded(metadata, digits, null, null)
                : new Recorded(
                        metadata,
                        digits,
                        revision,
                        new String(recorded.payload().get(), UTF_8));
    }
}
