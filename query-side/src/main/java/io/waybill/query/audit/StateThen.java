package io.waybill.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity as it was.
 *
 * @param version of the last event by then
 * @param recordedAt when that happened
 * @param event its name
 * @param state all of it; what is personal is sealed, as it is stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StateThen(
        String type,
        String id,
        long version,
        Instant recordedAt,
        String event,
        @Nullable String eventId,
        @Nullable String actor,
        @Nullable String command,
        @Nullable String correlationId,
        long position,
        ObjectNode state) {}
