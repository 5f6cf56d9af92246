package io.waybill.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one request set in motion, as a tree: commands, the events that they led to, and the commands that these
 * led to in turn. A command that led to no event has left no trace.
 *
 * @param events how many events the tree has
 * @param omitted how many later ones it has not, because the limit was reached; counted up to a bound
 * @param commands the first ones, and those of which is not known what led to them
 */
record Motion(String correlationId, int events, long omitted, List<Command> commands) {
    /**
     * A command that was carried out.
     *
     * @param commandId its identifier; null for an event of which no command is known
     * @param cause the message that led to it, where that is no event of this tree
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Command(
            @Nullable String command,
            @Nullable String commandId,
            @Nullable String actor,
            @Nullable String cause,
            List<Event> events) {}

    /**
     * An event that a command led to.
     *
     * @param type of the entity to which it happened, whose {@code id} and {@code version} follow
     * @param ledTo the commands that it led to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            String type,
            String id,
            long version,
            String name,
            Instant recordedAt,
            long position,
            @Nullable String eventId,
            List<Command> ledTo) {}
}
