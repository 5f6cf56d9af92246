package io.waybill.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.waybill.json.difference.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one entity, oldest first.
 *
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
public record AuditPage(List<Entry> items, @Nullable String next) {
    /**
     * One event.
     *
     * @param version from 0, without gaps
     * @param name under which it is stored
     * @param revision of its shape
     * @param actor who acted
     * @param command what led to it
     * @param correlationId shared by all that one request set in motion
     * @param causationId the message that led to it
     * @param traceId of the trace in which it happened
     * @param position its number in the log
     * @param payload as it was stored
     * @param changes what it changed in the entity's state, field by field; all of it for the first event
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            long version,
            String name,
            int revision,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String command,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable String traceId,
            long position,
            @JsonRawValue String payload,
            @Nullable List<Change> changes) {}
}
