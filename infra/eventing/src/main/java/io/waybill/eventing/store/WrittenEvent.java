package io.waybill.eventing.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An event or a snapshot as it goes into its table.
 *
 * @param revision null for a snapshot whose class has none
 * @param recordedAt in UTC, to the millisecond
 * @param payload JSON text
 * @param metadata JSON text
 */
record WrittenEvent(
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequenceNumber,
        String name,
        @Nullable Integer revision,
        OffsetDateTime recordedAt,
        String payload,
        String metadata) {

    static WrittenEvent of(DomainEventMessage<?> event, Serializer serializer) {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metadata = event.serializeMetaData(serializer, String.class);
        String revision = payload.getType().getRevision();
        return new WrittenEvent(
                event.getIdentifier(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload.getType().getName(),
                revision == null ? null : Integer.valueOf(revision),
                // A Kafka record carries milliseconds: what the topic cannot say, the store does not claim.
                event.getTimestamp().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC),
                payload.getData(),
                metadata.getData());
    }

    /** In the order of the components, which is that of the columns in every statement that writes. */
    @Nullable
    Object[] columns() {
        return new @Nullable Object[] {
            eventId, aggregateType, aggregateId, sequenceNumber, name, revision, recordedAt, payload, metadata
        };
    }
}
