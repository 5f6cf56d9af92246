package io.waybill.eventing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was recorded, before anything in it is understood.
 *
 * @param name the stored name, which this release may not know
 * @param revision as text; null where none was recorded
 * @param payload the bytes as they came, which may be anything
 */
public record RecordedEvent(
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequenceNumber,
        String name,
        @Nullable String revision,
        Instant recordedAt,
        Bytes payload,
        Map<String, String> metadata) {
    public RecordedEvent {
        metadata = Map.copyOf(metadata);
    }
}
