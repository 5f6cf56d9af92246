package io.waybill.projection.rebuild;

import io.waybill.projection.view.Fingerprint;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild, as the table {@code rebuild} keeps it.
 *
 * <pre>
 * PREPARING  waits for the projection to catch up, for a few seconds, and stops it
 * REPLAYING  the view was emptied and the projection started from the first event, in one transaction
 * DONE       it has reached the event that was the last one when it was emptied
 * FAILED     it was not emptied, and goes on as before
 * </pre>
 *
 * A restart changes nothing about it: one that was preparing begins again, one that was replaying goes on.
 *
 * @param total number of the last event on the log when the view was emptied
 * @param before the view then
 * @param after the view when the rebuild was done
 * @param detail why it failed
 */
record Rebuild(
        UUID id,
        String projection,
        State state,
        Instant askedAt,
        @Nullable Instant replayingSince,
        @Nullable Instant endedAt,
        @Nullable Long total,
        @Nullable Measured before,
        @Nullable Measured after,
        @Nullable String detail) {
    enum State {
        PREPARING,
        REPLAYING,
        DONE,
        FAILED
    }

    /**
     * A view at one moment.
     *
     * @param position the event up to which, and not beyond, it had handled everything; null where it was between two
     *     events, so that two measurements cannot be compared
     */
    record Measured(Fingerprint fingerprint, @Nullable Long position) {}

    /** Whether the view is what it was; null where that cannot be said. */
    @Nullable
    Boolean same() {
        if (before == null || after == null || before.position() == null) {
            return null;
        }
        return before.position().equals(after.position()) ? before.fingerprint().equals(after.fingerprint()) : null;
    }
}
