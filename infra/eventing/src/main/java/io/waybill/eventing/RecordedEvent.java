package io.waybill.eventing;

import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was recorded, before anything in it is understood.
 *
 * @param name the stored name, which this release may not know
 * @param revision as text; null where none was recorded
 * @param payload the bytes as they came, which may be anything
 * @param hash which chains it to its predecessor; null where it was published before events were chained
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
        Map<String, String> metadata,
        @Nullable Bytes hash) {
    /** Where a message that was decoded from it carries it: in the message's metadata, beside what was recorded. */
    static final String KEY = RecordedEvent.class.getName();

    public RecordedEvent {
        metadata = Map.copyOf(metadata);
    }

    /** What the message was decoded from; null for one that does not come from the log. */
    public static @Nullable RecordedEvent of(Message<?> message) {
        return (RecordedEvent) message.getMetaData().get(KEY);
    }
}
