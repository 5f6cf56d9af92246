package io.waybill.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Counts, and puts the count into words. */
final class Meter {
    private static final int BAR = 20;

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
        String left = perSecond == 0 || count >= total ? "" : words((total - count) / perSecond) + " left";
        int filled = total == 0 ? 0 : (int) Math.min(BAR, BAR * count / total);
        return String.format(
                Locale.ROOT,
                "%-9s [%-" + BAR + "s] %,d of %,d  %,.0f/s  %s",
                label,
                "=".repeat(filled),
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
                words((nowNanos - startNanos) / 1e9),
                perSecond(count, nowNanos));
    }

    private double perSecond(long count, long nowNanos) {
        return count / Math.max(0.001, (nowNanos - startNanos) / 1e9);
    }

    /** Tenths of seconds matter below ten of them. */
    static String words(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        Duration whole = Duration.ofSeconds(Math.round(seconds));
        if (whole.toMinutes() == 0) {
            return whole.toSeconds() + " s";
        }
        return whole.toHours() == 0
                ? String.format(Locale.ROOT, "%d min %02d s", whole.toMinutes(), whole.toSecondsPart())
                : String.format(Locale.ROOT, "%d h %02d min", whole.toHours(), whole.toMinutesPart());
    }
}
