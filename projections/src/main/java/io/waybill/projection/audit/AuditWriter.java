package io.waybill.projection.audit;

import static java.time.ZoneOffset.UTC;

import io.waybill.eventing.Provenance;
import io.waybill.eventing.kafka.NumberedEvent;
import io.waybill.projection.audit.History.Effect;
import io.waybill.projection.batch.PerBatch;
import io.waybill.projection.batch.RowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Keeps every event as it was stored, also one that this release has no class for, and what it changed. Events never change,
 * so the key is guard enough; and what is personal in them stays sealed, so nothing has to be taken out when somebody is
 * erased.
 */
@Component
@ProcessingGroup(AuditView.NAME)
final class AuditWriter {
    private static final String KEEP = """
            insert into audit (entity_type, entity_id, version, name, revision, recorded_at, actor, command,
                               correlation_id, causation_id, trace_id, payload, position, event_id, aggregate_type,
                               metadata, hash, stored_revision, stored_payload, command_cause, changes, state, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?::json, decode(?, 'hex'), ?::integer, ?::json,
                    ?, ?::json, ?::json, to_tsvector('simple', ?::text))
            on conflict (entity_type, entity_id, version) do nothing
            """;

    private final RowBatch rows;
    private final Serializer serializer;
    private final KnownStates states;
    private final PerBatch<List<Happened>> batch = new PerBatch<>(ArrayList::new, this::write);

    AuditWriter(JdbcTemplate jdbc, Serializer serializer, KnownStates states) {
        this.rows = new RowBatch(jdbc, KEEP);
        this.serializer = serializer;
        this.states = states;
    }

    @EventHandler
    void on(DomainEventMessage<?> event) {
        // A message read with the same serializer still has its text, and gives it back as it is.
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        Entity entity = new Entity(event.getType().toLowerCase(Locale.ROOT), event.getAggregateIdentifier());
        batch.current().add(new Happened(entity, event, payload, NumberedEvent.number(event)));
    }

    private void write(List<Happened> events) {
        Set<Entity> entities = events.stream().map(Happened::entity).collect(Collectors.toSet());
        History history = new History(states.find(entities));
        events.stream()
                .filter(each -> !history.has(each.entity(), each.event().getSequenceNumber()))
                .forEach(each -> keep(each, history));
    }

    private void keep(Happened happened, History history) {
        DomainEventMessage<?> event = happened.event();
        MetaData metaData = event.getMetaData();
        String name = happened.payload().getType().getName();
        JsonNode payload = Payload.read(happened.payload().getData());
        Recorded recorded = Recorded.of(event, happened.payload());
        Effect effect = history.after(happened.entity(), event.getSequenceNumber(), name, payload);
        rows.add(
                KEEP,
                happened.entity().type(),
                happened.entity().id(),
                event.getSequenceNumber(),
                name,
                Integer.valueOf(happened.payload().getType().getRevision()),
                event.getTimestamp().atOffset(UTC),
                text(metaData, Provenance.ACTOR),
                text(metaData, Provenance.COMMAND),
                text(metaData, Provenance.CORRELATION_ID),
                text(metaData, Provenance.CAUSATION_ID),
                traceId(metaData),
                happened.payload().getData(),
                happened.position(),
                event.getIdentifier(),
                event.getType(),
                recorded.metadata(),
                recorded.hash(),
                recorded.revision(),
                recorded.payload(),
                text(metaData, Provenance.COMMAND_CAUSE),
                effect.changes(),
                effect.state(),
                Payload.words(payload));
    }

    private static @Nullable String text(MetaData metaData, String key) {
        Object value = metaData.get(key);
        return value == null ? null : value.toString();
    }

    private static @Nullable String traceId(MetaData metaData) {
        String trace = Provenance.traceId(metaData);
        return trace.isEmpty() ? null : trace;
    }

    private record Happened(
            Entity entity, DomainEventMessage<?> event, SerializedObject<String> payload, long position) {}
}
