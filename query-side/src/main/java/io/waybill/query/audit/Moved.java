package io.waybill.query.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event of a request, and what led to it: its command, and what led to that. */
record Moved(
        String type,
        String id,
        long version,
        String name,
        Instant recordedAt,
        long position,
        @Nullable String eventId,
        @Nullable String command,
        @Nullable String commandId,
        @Nullable String commandCause,
        @Nullable String actor) {}
