package io.waybill.projection.generation;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Lets so many events pass in a second, a tenth of a second's worth at once. The limit may change at any time. */
final class Throttle {
    private static final double BURST_SECONDS = 0.1;

    private final IntSupplier perSecond;
    private final LongSupplier nanoTime;
    private double budget;
    private long filledAt;

    /** @param perSecond 0 without limit */
    Throttle(IntSupplier perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.filledAt = nanoTime.getAsLong();
    }

    /** Whether an event may pass now. */
    synchronized boolean isOpen() {
        int limit = perSecond.getAsInt();
        if (limit == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        double more = (now - filledAt) * (double) limit / TimeUnit.SECONDS.toNanos(1);
        budget = Math.min(Math.max(1, limit * BURST_SECONDS), budget + more);
        filledAt = now;
        return budget >= 1;
    }

    /** One has passed. */
    synchronized void passed() {
        budget = Math.max(0, budget - 1);
    }
}
