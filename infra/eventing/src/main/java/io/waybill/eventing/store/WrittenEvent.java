package io.waybill.eventing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * An event or a snapshot as it goes into its table.
 *
 * @param sequenceNumber 0 or more
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

    /** In the order of the components. */
    static final String COLUMNS =
            "event_id, aggregate_type, aggregate_id, sequence_number, name, revision, recorded_at,"
                    + " payload, metadata";

    /** How many {@link #COLUMNS} there are. */
    static final int WIDTH = 9;

    WrittenEvent {
        if (sequenceNumber < 0) {
            throw new IllegalArgumentException("a sequence number is 0 or more, not " + sequenceNumber);
        }
    }

    /** What Axon makes a message of, from a row of {@link #COLUMNS}. */
    static DomainEventData<String> read(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(1),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(8),
                row.getString(9));
    }

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
