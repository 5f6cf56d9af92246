package io.waybill.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of how fast answers came at a steady rate, printed as it grows. */
final class Speeds {
    /** In place of a limit: a figure that others are compared with. */
    static final double NONE = 0;

    /** Asked one after the other before all else, so that nothing is cold and nothing is broken. */
    private static final int FIRST = 20;

    /** Of warming, to the full rate. */
    private static final int STEPS = 6;

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
                "%-52s %7s %9s %9s %9s %9s %9s",
                "milliseconds",
                "rate",
                "reached",
                "p50",
                "p99",
                "max",
                "p99 limit"));
    }

    /**
     * Asks more and more often, up to the rate, and forgets how long it took: a service that has just started is busy
     * compiling itself, and one that is asked at full rate from its first moment on does not catch up for minutes.
     */
    void warm(int rate, Duration forSoLong, Figures.Work question) throws Exception {
        for (int step = 1; step <= STEPS; step++) {
            new SteadyRate(Math.max(1, rate * step / STEPS / slower), question).run(forSoLong.dividedBy(STEPS));
        }
    }

    /** @param limit milliseconds; {@link #NONE} where nothing is promised */
    record Speed(String what, long answers, double reached, double p50, double p99, double max, double limit) {
        boolean isOk() {
            return limit == NONE || p99 <= limit;
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
                what, took.count(), result.reached(), took.percentile(50), took.percentile(99), took.longest(), limit);
        Figures.print(String.format(
                Locale.ROOT,
                "%-52s %7d %9.1f %9.2f %9.2f %9.2f %9s",
                what,
                asked,
                row.reached,
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
