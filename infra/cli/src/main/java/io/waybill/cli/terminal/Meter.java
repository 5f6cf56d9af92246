package io.waybill.cli.terminal;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Counts, and puts the count into words. */
final class Meter {
    private final String label;
    private final long startNanos;
    private final AtomicLong done = new AtomicLong();
    private volatile long total;

    Meter(String label, long total, long startNanos) {
        this.label = label;
        this.total = total;
        this.startNanos = startNanos;
    }

    void add(long more) {
        done.addAndGet(more);
    }

    void set(long done, long total) {
        this.total = total;
        this.done.set(done);
    }

    String line(long nowNanos) {
        long count = done.get();
        double perSecond = perSecond(count, nowNanos);
        String left = perSecond == 0 || count >= total ? "" : Words.seconds((total - count) / perSecond) + " left";
        return String.format(
                Locale.ROOT,
                "%-9s %s %,d of %,d  %,.0f/s  %s",
                label,
                Bar.of(count, total),
                count,
                total,
                perSecond,
                left);
    }

    String summary(long nowNanos) {
        long count = done.get();
        return String.format(
                Locale.ROOT,
                "%-9s %,d of %,d in %s, %,.0f/s",
                label,
                count,
                total,
                Words.seconds((nowNanos - startNanos) / 1e9),
                perSecond(count, nowNanos));
    }

    private double perSecond(long count, long nowNanos) {
        return count / Math.max(0.001, (nowNanos - startNanos) / 1e9);
    }
}
