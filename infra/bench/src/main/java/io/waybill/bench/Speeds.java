package io.waybill.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A table of how fast answers came at a steady rate, printed as it grows. */
final class Speeds {
    /** In place of a limit: a figure that others are compared with. */
    static final double NONE = 0;

    /** Asked one after the other before all else, so that nothing is cold and nothing is broken. */
    private static final int FIRST = 20;

    /** Who ask at a time while all is warming up. */
    private static final int ASKERS = 4;

    private final Duration time;
    private final int slower;
    private final List<Speed> rows = new ArrayList<>();

    /**
     * @param time measured for each row, after half of it unmeasured
     * @param slower all rates are divided by this
     */
    Speeds(Duration time, int slower) {
        this.time = time;
        this.slower = slower;
        Figures.print(String.format(
                Locale.ROOT,
                "%-52s %7s %9s %7s %9s %9s %9s %9s",
                "milliseconds",
                "rate",
                "reached",
                "refused",
                "p50",
                "p99",
                "max",
                "p99 limit"));
    }

    /**
     * Asks as fast as answers come, a few at a time, and forgets how long it took: a service that has just started is busy
     * compiling itself, and one that is asked at a rate from its first moment on does not catch up for minutes.
     */
    void warm(Duration forSoLong, Figures.Work question) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + forSoLong.toNanos();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < ASKERS; i++) {
                asking.add(askers.submit(() -> {
                    while (System.nanoTime() < end) {
                        question.run();
                    }
                    return null;
                }));
            }
            for (Future<?> asked : asking) {
                asked.get();
            }
        }
    }

    /** @param limit milliseconds; {@link #NONE} where nothing is promised */
    record Speed(
            String what, long answers, double reached, long refused, double p50, double p99, double max, double limit) {
        boolean isOk() {
            return refused == 0 && (limit == NONE || p99 <= limit);
        }
    }

    /**
     * Measures one row.
     *
     * @param rate questions a second
     * @param limit milliseconds for 99 of a hundred answers
     */
    Speed measure(String what, int rate, double limit, Figures.Work question) throws Exception {
        for (int i = 0; i < FIRST; i++) {
            question.run();
        }
        int asked = Math.max(1, rate / slower);
        SteadyRate steady = new SteadyRate(asked, question);
        steady.run(time.dividedBy(2));
        SteadyRate.Result result = steady.run(time);
        Latencies took = result.latencies();
        Speed row = new Speed(
                what,
                took.count(),
                result.reached(),
                result.refused(),
                took.percentile(50),
                took.percentile(99),
                took.longest(),
                limit);
        Figures.print(String.format(
                Locale.ROOT,
                "%-52s %7d %9.1f %7d %9.2f %9.2f %9.2f %9s",
                what,
                asked,
                row.reached,
                row.refused,
                row.p50,
                row.p99,
                row.max,
                limit == NONE ? "-" : String.format(Locale.ROOT, "%.0f %s", limit, row.isOk() ? "ok" : "MISSED")));
        rows.add(row);
        return row;
    }

    List<Speed> rows() {
        return List.copyOf(rows);
    }
}
