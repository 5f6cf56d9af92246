package io.waybill.projection.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.eventing.consumer.SegmentProgress;
import io.waybill.letters.store.Parked;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.rebuild.RebuildStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one projection is.
 *
 * @param state in one word
 * @param generation that readers see; 0 before the first was made
 * @param position the number of the last event up to which all its segments have handled everything
 * @param head the number of the last event on the log, as of a few seconds ago; null while the log cannot be reached
 * @param lag how many events it is behind; null while the head is not known
 * @param lagSeconds how long the oldest event that it has not handled has been on the log; null where that is not known here
 * @param eventsPerSecond handled, over the last ten seconds
 * @param deadLetters what it could not digest and has parked
 * @param trouble why it cannot follow; null when it can
 * @param paused who stopped it, if anybody did
 * @param rebuild the one under way, if any
 * @param generations all that there are, by number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
        String name,
        State state,
        int generation,
        long position,
        @Nullable Long head,
        @Nullable Long lag,
        @Nullable Long lagSeconds,
        long eventsPerSecond,
        List<SegmentProgress> segments,
        Parked deadLetters,
        @Nullable String trouble,
        @Nullable Pause paused,
        @Nullable RebuildStatus rebuild,
        List<GenerationStatus> generations) {
    public Progress {
        segments = List.copyOf(segments);
        generations = List.copyOf(generations);
    }

    /** What a projection can be doing. */
    public enum State {
        /** It handles events as they come. */
        FOLLOWING,
        /** It is more than a thousand events behind, and going on. */
        CATCHING_UP,
        /** An operator has stopped it. */
        PAUSED,
        /** It cannot go on by itself, or tries again and again without getting further. */
        IN_TROUBLE
    }

    /** Who stopped it, why, and when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pause(String by, @Nullable String reason, Instant since) {}

    /**
     * @param state SERVING, BUILDING (being made included) or KEPT
     * @param rollbackUntil how long one that is kept can serve again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GenerationStatus(
            int number,
            Generation.State state,
            Instant madeAt,
            @Nullable Instant rollbackUntil) {}
}
