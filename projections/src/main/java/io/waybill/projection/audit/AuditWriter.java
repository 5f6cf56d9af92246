package io.waybill.projection.audit;

import static java.time.ZoneOffset.UTC;

import io.waybill.eventing.Provenance;
import io.waybill.projection.batch.RowBatch;
import java.util.Locale;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps every event as it was stored, also one that this release has no class for. Events never change, so the key is
 * guard enough; and what is personal in them stays sealed, so nothing has to be taken out when somebody is erased.
 */
@Component
@ProcessingGroup(AuditView.NAME)
final class AuditWriter {
    private static final String KEEP = """
            insert into audit (entity_type, entity_id, version, name, revision, recorded_at, actor, command,
                               correlation_id, causation_id, trace_id, payload, position, event_id, aggregate_type,
                               metadata, hash, stored_revision, stored_payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?::json, decode(?, 'hex'), ?::integer, ?::json)
            on conflict (entity_type, entity_id, version) do nothing
            """;

    private final RowBatch rows;
    private final Serializer serializer;

    AuditWriter(JdbcTemplate jdbc, Serializer serializer) {
        this.rows = new RowBatch(jdbc, KEEP);
        this.serializer = serializer;
    }

    @EventHandler
    void on(DomainEventMessage<?> event, TrackingToken token) {
        // A message read with the same serializer still has its text, and gives it back as it is.
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        Recorded recorded = Recorded.of(event, payload);
        MetaData metaData = event.getMetaData();
        rows.add(
                KEEP,
                event.getType().toLowerCase(Locale.ROOT),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload.getType().getName(),
                Integer.valueOf(payload.getType().getRevision()),
                event.getTimestamp().atOffset(UTC),
                text(metaData, Provenance.ACTOR),
                text(metaData, Provenance.COMMAND),
                text(metaData, Provenance.CORRELATION_ID),
                text(metaData, Provenance.CAUSATION_ID),
                traceId(metaData),
                payload.getData(),
                token.position().orElseThrow(),
                event.getIdentifier(),
                event.getType(),
                recorded.metadata(),
                recorded.hash(),
                recorded.revision(),
                recorded.payload());
    }

    private static @Nullable String text(MetaData metaData, String key) {
        Object value = metaData.get(key);
        return value == null ? null : value.toString();
    }

    private static @Nullable String traceId(MetaData metaData) {
        String trace = Provenance.traceId(metaData);
        return trace.isEmpty() ? null : trace;
    }
}
