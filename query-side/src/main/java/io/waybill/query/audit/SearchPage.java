package io.waybill.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of any entity, the latest first.
 *
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record SearchPage(List<Found> items, @Nullable String next) {
    /**
     * One event; what it changed, and the rest of its entity's history, is at {@code /audit/{type}/{id}}.
     *
     * @param payload as it was stored
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String type,
            String id,
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
            @JsonRawValue String payload) {}
}
