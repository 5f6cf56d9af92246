package io.waybill.projection.generation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a view.
 *
 * <pre>
 * MAKING    its tables or its index are being made
 * BUILDING  it is filled from the log, and nobody reads it
 * SERVING   readers see it; exactly one of a view
 * KEPT      it served, and follows on, so that it can serve again
 * DROPPING  nobody will need it any more
 * DROPPED   it is gone, and its number is not used again
 * </pre>
 *
 * @param toServe it was decided that it is to serve; whoever takes care of the view repeats that until it does
 * @param keptUntil how long it goes on following after it has served; null for one that serves or never has
 */
public record Generation(
        String view,
        int number,
        State state,
        Instant madeAt,
        boolean toServe,
        @Nullable Instant keptUntil) {
    /** See above. */
    public enum State {
        MAKING,
        BUILDING,
        SERVING,
        KEPT,
        DROPPING,
        DROPPED
    }

    /** The name under which its positions and dead letters are stored. */
    public String processor() {
        return processor(view, number);
    }

    /** The name for the generation of this view and number. */
    public static String processor(String view, int number) {
        return view + "-" + number;
    }
}
