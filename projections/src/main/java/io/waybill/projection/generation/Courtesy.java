package io.waybill.projection.generation;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How fast a generation is built beside everything else that this machine does. While its processors are busy, with the
 * building itself or with anything else, ever slower, so that commands and queries find one that is free; faster again as soon
 * as there is room. Between the two it stays, so that it comes to rest where the processors have just enough to do.
 */
final class Courtesy {
    /** Where it begins to hold back. */
    private static final double MOST = 100_000;

    private static final double BUSY = 0.97;
    private static final double ROOM = 0.9;
    private static final double SLOWER = 0.7;
    private static final double FASTER = 1.25;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final int least;
    private final DoubleSupplier load;
    private final LongSupplier nanoTime;
    private double eventsPerSecond = MOST;
    private long lookedAt;

    /**
     * @param least events a second, however busy
     * @param load of the machine's processors since it was last asked for, from 0 to 1; negative if nobody knows
     */
    Courtesy(int least, DoubleSupplier load, LongSupplier nanoTime) {
        this.least = least;
        this.load = load;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong();
    }

    /** Events that may be handled in a second now; 0 without limit. */
    synchronized int eventsPerSecond() {
        long now = nanoTime.getAsLong();
        if (now - lookedAt >= LOOK_EVERY.toNanos()) {
            lookedAt = now;
            double current = load.getAsDouble();
            if (current >= BUSY) {
                eventsPerSecond = Math.max(least, eventsPerSecond * SLOWER);
            } else if (current < ROOM) {
                eventsPerSecond = Math.min(MOST, eventsPerSecond * FASTER);
            }
        }
        return eventsPerSecond >= MOST ? 0 : (int) eventsPerSecond;
    }
}
