package io.waybill.projection.rebuild;

import io.waybill.projection.generation.BuildingStops.Failure;
import io.waybill.projection.view.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild, as the table {@code rebuild} keeps it.
 *
 * <pre>
 * QUEUED       waits until fewer others are under way
 * REBUILDING   a new generation is filled from the first event
 * CATCHING_UP  it is near the end of the log, and follows
 * COMPARING    it is compared with the generation that serves
 * READY        somebody has to decide on the switch
 * SWITCHED     readers see it; the end
 * PAUSED       an operator stopped it for a while
 * FAILED       an event could not be digested; retry goes on from where it is
 * CANCELLED    given up, and all of it taken away; the end
 * </pre>
 *
 * Nodes may come and go meanwhile: whichever is there goes on. A rebuild in place has the generation that serves emptied
 * and filled again, and ends as SWITCHED when it has caught up.
 *
 * @param number rises with each rebuild
 * @param segments how many parts of the log are handled at once
 * @param eventsPerSecond the throttle; null for none
 * @param resumeState what it was before it was paused or failed
 * @param generation that it builds, or builds anew; null before it has begun
 * @param total the number of the last event on the log when it began
 * @param done the event that it had come to at its end
 */
public record Rebuild(
        UUID id,
        long number,
        String projection,
        Mode mode,
        SwitchWhen switchWhen,
        int segments,
        @Nullable Integer eventsPerSecond,
        State state,
        @Nullable State resumeState,
        Instant askedAt,
        String askedBy,
        @Nullable String reason,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer generation,
        @Nullable Long total,
        @Nullable Long done,
        @Nullable Comparison comparison,
        @Nullable Failure failure) {
    /** See above. */
    public enum State {
        QUEUED,
        REBUILDING,
        CATCHING_UP,
        COMPARING,
        READY,
        SWITCHED,
        PAUSED,
        FAILED,
        CANCELLED
    }

    /** How the view is rebuilt. */
    public enum Mode {
        /** A new generation beside the one that serves. */
        SIDE_BY_SIDE,
        /** The one that serves is emptied first: readers see it fill. */
        IN_PLACE
    }

    /** When readers are to see the new generation. */
    public enum SwitchWhen {
        /** As soon as it has caught up and was compared, whatever came of that. */
        AUTO,
        /** Only if it is what the other one is. */
        IF_EQUAL,
        /** When an operator says so. */
        MANUAL
    }

    /**
     * What a comparison of both generations came to. Rows and checksums are of one moment in which either may have been some
     * events ahead; what differs was looked at until both had seen the same.
     *
     * @param before the generation that served
     * @param after the new one
     * @param differing keys whose rows differ, or that only one has; null where the two cannot be compared
     * @param examples some of these keys
     * @param columns that both have, and that were compared
     */
    public record Comparison(
            Fingerprint before,
            Fingerprint after,
            @Nullable Long differing,
            List<String> examples,
            List<String> columns) {
        public Comparison {
            examples = List.copyOf(examples);
            columns = List.copyOf(columns);
        }

        public boolean isEqual() {
            return differing != null && differing == 0;
        }
    }

    /** Whether its generation is being filled. */
    public boolean isUnderWay() {
        return switch (state) {
            case REBUILDING, CATCHING_UP, COMPARING, READY -> true;
            case QUEUED, SWITCHED, PAUSED, FAILED, CANCELLED -> false;
        };
    }

    public boolean isInPlace() {
        return mode == Mode.IN_PLACE;
    }
}
