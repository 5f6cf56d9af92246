package io.waybill.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long answers took, to three digits. */
final class Latencies {
    /** What takes longer counts as this. */
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

    private final Histogram nanos = new ConcurrentHistogram(LONGEST, 3);

    void add(long took) {
        nanos.recordValue(Math.clamp(took, 1, LONGEST));
    }

    long count() {
        return nanos.getTotalCount();
    }

    /** @return milliseconds, within which so many of a hundred answers came */
    double percentile(double percent) {
        return nanos.getValueAtPercentile(percent) / 1e6;
    }

    /** @return milliseconds */
    double longest() {
        return nanos.getMaxValue() / 1e6;
    }
}
