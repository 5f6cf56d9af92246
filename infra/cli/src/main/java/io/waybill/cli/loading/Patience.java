package io.waybill.cli.loading;

import java.time.Duration;

/** Is over when nothing has come to an end for too long; several threads wait with it at once. */
final class Patience {
    private final long mostNanos;
    private volatile long sinceNanos = System.nanoTime();

    /** @param most from one end to the next */
    Patience(Duration most) {
        this.mostNanos = most.toNanos();
    }

    /** Something has come to an end. */
    void renew() {
        sinceNanos = System.nanoTime();
    }

    boolean isOver() {
        return System.nanoTime() - sinceNanos >= mostNanos;
    }
}
