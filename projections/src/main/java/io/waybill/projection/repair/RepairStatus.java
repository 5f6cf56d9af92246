package io.waybill.projection.repair;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A repair as an operator sees it.
 *
 * @param done aggregates whose rows were made anew, of {@code total}
 * @param failed aggregates whose rows stay as they were
 * @param failures the first of these
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RepairStatus(
        UUID id,
        String projection,
        State state,
        Instant askedAt,
        String askedBy,
        @Nullable String reason,
        @Nullable Instant endedAt,
        long total,
        long done,
        long failed,
        List<Failure> failures) {
    enum State {
        RUNNING,
        /** None is left, whether or not all could be repaired. */
        DONE
    }

    /** @param cause in one line */
    record Failure(String id, String cause) {}
}
