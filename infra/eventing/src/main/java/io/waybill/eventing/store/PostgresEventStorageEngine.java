package io.waybill.eventing.store;

import io.waybill.eventing.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Axon's storage engine on PostgreSQL, with plain JDBC in the transaction of the caller.
 *
 * <p>Two appends of the same aggregate at the same sequence number: the second is answered with Axon's
 * {@code AggregateStreamCreationException} (sequence number 0) or {@code ConcurrencyException}. The append is the first
 * write of its transaction and its only append, because with its first write PostgreSQL gives the transaction its id, by
 * which readers order; the database refuses any other. What is not a domain event of an aggregate is refused.
 * Each event is chained to its predecessor, see {@link EventHash}.
 */
public final class PostgresEventStorageEngine extends AbstractEventStorageEngine {
    /** Rows that one round trip brings when a stream is read. */
    static final int PAGE = 500;

    private static final String STREAM = "select " + WrittenEvent.COLUMNS
            + ", hash from event where aggregate_id = ? and sequence_number >= ? order by sequence_number limit "
            + PAGE;
    private static final String LAST = "select max(sequence_number) from event where aggregate_id = ?";

    private final JdbcTemplate jdbc;
    private final StreamHeads heads;
    private final Snapshots snapshots;

    /** The engine on this database, whose schema is {@code db/eventstore}. */
    public PostgresEventStorageEngine(JdbcTemplate jdbc, Serializer serializer, EventUpcaster upcasters) {
        this(jdbc, builder(serializer, upcasters));
    }

    PostgresEventStorageEngine(JdbcTemplate jdbc, Builder parts) {
        super(parts);
        this.jdbc = jdbc;
        this.heads = new StreamHeads(jdbc);
        this.snapshots = new Snapshots(jdbc, heads);
    }

    /** What {@link AbstractEventStorageEngine} is made of, with PostgreSQL's way of saying that a key is taken. */
    static Builder builder(Serializer serializer, EventUpcaster upcasters) {
        Builder parts = new Builder();
        parts.eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(DuplicateKeyException.class::isInstance);
        return parts;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<WrittenEvent> written = events.stream()
                .map(event -> WrittenEvent.of(domainEvent(event), serializer))
                .toList();
        try {
            jdbc.update(new Append(heads.link(written)));
        } catch (DuplicateKeyException taken) {
            handlePersistenceException(taken, events.getFirst());
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(WrittenEvent.of(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequenceNumber) {
        return Stream.iterate(
                        page(aggregateId, firstSequenceNumber),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : page(aggregateId, page.getLast().getSequenceNumber() + 1))
                .flatMap(List::stream);
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
        return snapshots.find(aggregateId).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return Optional.ofNullable(jdbc.queryForObject(LAST, Long.class, aggregateId));
    }

    @Override
    public TrackingToken createTailToken() {
        return StorePosition.START;
    }

    /** Behind the last event that can be read now. */
    @Override
    public TrackingToken createHeadToken() {
        return inLog(EventLog::head);
    }

    /** Before the first event, in the log's order, that was recorded then or later; found by reading the log up to there. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return inLog(connection -> EventLog.before(connection, dateTime));
    }

    private List<DomainEventData<String>> page(String aggregateId, long first) {
        ResultSetExtractor<List<DomainEventData<String>>> page = rows -> page(aggregateId, rows);
        return Objects.requireNonNull(jdbc.query(STREAM, page, aggregateId, first));
    }

    private List<DomainEventData<String>> page(String aggregateId, ResultSet rows) throws SQLException {
        List<DomainEventData<String>> page = new ArrayList<>();
        byte[] hash = {};
        while (rows.next()) {
            page.add(WrittenEvent.read(rows));
            hash = rows.getBytes(WrittenEvent.WIDTH + 1);
        }
        if (!page.isEmpty()) {
            heads.remember(aggregateId, page.getLast().getSequenceNumber(), Bytes.of(hash));
        }
        return page;
    }

    private List<StoredEvent> log(StorePosition after) {
        return inLog(connection -> EventLog.readAfter(connection, after, PAGE));
    }

    private <T> T inLog(ConnectionCallback<T> reading) {
        return Objects.requireNonNull(jdbc.execute(reading));
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

    /** For the class above, and for tests that replace a part. */
    static final class Builder extends AbstractEventStorageEngine.Builder {}
}
