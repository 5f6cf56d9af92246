package io.waybill.eventing.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Axon's storage engine on PostgreSQL, with plain JDBC in the transaction of the caller.
 *
 * <p>Two appends of the same aggregate at the same sequence number: the second is answered with Axon's
 * {@code AggregateStreamCreationException} (sequence number 0) or {@code ConcurrencyException}. The append is the first
 * write of its transaction, because that is when PostgreSQL gives the transaction its id, by which readers order. What
 * is not a domain event of an aggregate is refused.
 */
public final class PostgresEventStorageEngine extends AbstractEventStorageEngine {
    /** Rows that one round trip brings when a stream is read. */
    static final int PAGE = 500;

    private static final String APPEND = """
            insert into event (event_id, aggregate_type, aggregate_id, sequence_number, name, revision, recorded_at,
                               payload, metadata)
            values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
            """;
    private static final String STREAM = "select " + EventLog.COLUMNS
            + " from event where aggregate_id = ? and sequence_number >= ? order by sequence_number limit " + PAGE;
    private static final String SNAPSHOT = """
            select event_id, aggregate_type, aggregate_id, sequence_number, name, revision, recorded_at, payload, metadata
              from snapshot where aggregate_id = ?
            """;
    private static final String STORE_SNAPSHOT = """
            insert into snapshot as old (event_id, aggregate_type, aggregate_id, sequence_number, name, revision,
                                         recorded_at, payload, metadata)
            values (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
            on conflict (aggregate_id) do update
               set event_id = excluded.event_id, sequence_number = excluded.sequence_number, name = excluded.name,
                   revision = excluded.revision, recorded_at = excluded.recorded_at, payload = excluded.payload,
                   metadata = excluded.metadata
             where old.sequence_number < excluded.sequence_number
            """;

    private final JdbcTemplate jdbc;

    /** The engine on this database, whose schema is {@code db/eventstore}. */
    public PostgresEventStorageEngine(JdbcTemplate jdbc, Serializer serializer, EventUpcaster upcasters) {
        super(new Builder(serializer, upcasters));
        this.jdbc = jdbc;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<Object[]> rows = events.stream()
                .map(event -> row(domainEvent(event), serializer))
                .toList();
        try {
            jdbc.batchUpdate(APPEND, rows);
        } catch (DuplicateKeyException taken) {
            handlePersistenceException(taken, events.getFirst());
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        jdbc.update(STORE_SNAPSHOT, row(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequenceNumber) {
        return Stream.iterate(
                        page(aggregateId, firstSequenceNumber),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : page(aggregateId, page.getLast().sequenceNumber() + 1))
                .flatMap(List::stream)
                .map(PostgresEventStorageEngine::domainEventData);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        StorePosition start = token == null ? StorePosition.START : (StorePosition) token;
        return Stream.iterate(
                        log(start),
                        page -> !page.isEmpty(),
                        page -> log(page.getLast().position()))
                .flatMap(List::stream)
                .map(event -> new TrackedDomainEventData<>(event.position(), domainEventData(event)));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return jdbc
                .query(
                        SNAPSHOT,
                        (row, number) -> new GenericDomainEventEntry<>(
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(1),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getString(5),
                                row.getString(6),
                                row.getString(8),
                                row.getString(9)),
                        aggregateId)
                .stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select max(sequence_number) from event where aggregate_id = ?", Long.class, aggregateId));
    }

    @Override
    public TrackingToken createTailToken() {
        return StorePosition.START;
    }

    private List<StoredEvent> page(String aggregateId, long first) {
        return jdbc.query(STREAM, (row, number) -> EventLog.read(row), aggregateId, first);
    }

    private List<StoredEvent> log(StorePosition after) {
        List<StoredEvent> events = jdbc.execute((org.springframework.jdbc.core.ConnectionCallback<List<StoredEvent>>)
                connection -> EventLog.readAfter(connection, after, PAGE));
        return events == null ? List.of() : events;
    }

    private static DomainEventData<String> domainEventData(StoredEvent event) {
        return new GenericDomainEventEntry<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequenceNumber(),
                event.eventId(),
                event.recordedAt(),
                event.name(),
                Integer.toString(event.revision()),
                event.payload(),
                event.metadata());
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domainEvent) {
            return domainEvent;
        }
        throw new IllegalArgumentException("only events of an aggregate are stored, not " + event.getPayloadType());
    }

    private static Object[] row(DomainEventMessage<?> event, Serializer serializer) {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metadata = event.serializeMetaData(serializer, String.class);
        String revision = payload.getType().getRevision();
        return new Object[] {
            event.getIdentifier(),
            event.getType(),
            event.getAggregateIdentifier(),
            event.getSequenceNumber(),
            payload.getType().getName(),
            revision == null ? null : Integer.valueOf(revision),
            // A Kafka record carries milliseconds: what the topic cannot say, the store does not claim.
            event.getTimestamp().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC),
            payload.getData(),
            metadata.getData()
        };
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {
        Builder(Serializer serializer, EventUpcaster upcasters) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(upcasters);
            persistenceExceptionResolver(DuplicateKeyException.class::isInstance);
        }
    }
}
