package io.waybill.projection.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.letters.store.Parked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one projection is.
 *
 * @param state in one word
 * @param position the number of the last event up to which all its segments have handled everything
 * @param head the number of the last event on the log, as of a few seconds ago; null while the log cannot be reached
 * @param lag how many events it is behind; null while the head is not known
 * @param deadLetters what it could not digest and has parked
 * @param trouble why it cannot follow; null when it can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
        String name,
        State state,
        long position,
        @Nullable Long head,
        @Nullable Long lag,
        List<SegmentProgress> segments,
        Parked deadLetters,
        @Nullable String trouble) {
    public Progress {
        segments = List.copyOf(segments);
    }

    /** What a projection can be doing. */
    public enum State {
        /** It has seen all there is. */
        CAUGHT_UP,
        /** It is behind, and going on. */
        CATCHING_UP,
        /** It cannot go on by itself, or tries again and again without getting further. */
        IN_TROUBLE
    }

    /** @param claimed whether some copy of the service is working on it */
    public record SegmentProgress(int segment, long position, boolean claimed) {
        SegmentProgress at(long later) {
            return new SegmentProgress(segment, later, claimed);
        }
    }
}
