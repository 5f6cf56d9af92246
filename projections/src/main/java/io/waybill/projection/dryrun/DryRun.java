package io.waybill.projection.dryrun;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dry run, as the table {@code dry_run} keeps it.
 *
 * @param first number of the first event that is replayed
 * @param last number of the last one
 * @param done events so far
 * @param errors events that could not be digested, each the first of its aggregate
 * @param detail why it failed
 */
record DryRun(
        UUID id,
        String projection,
        State state,
        long first,
        long last,
        Instant askedAt,
        String askedBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long done,
        long errors,
        List<Example> examples,
        @Nullable String detail) {
    enum State {
        RUNNING,
        /** All events were replayed, whether or not all could be digested. */
        DONE,
        /** It broke off for a cause that is no event's fault. */
        FAILED,
        CANCELLED
    }

    /**
     * An event that cannot be digested.
     *
     * @param number on the log
     * @param event its stored name
     * @param cause in one line
     */
    record Example(long number, String event, String aggregate, String cause) {}

    long total() {
        return Math.max(0, last - first + 1);
    }
}
