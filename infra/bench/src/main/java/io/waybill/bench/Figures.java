package io.waybill.bench;

import java.util.Arrays;
import java.util.Locale;

/** A table of speeds, printed as it grows. */
final class Figures {
    private final int events;

    Figures(int events) {
        this.events = events;
    }

    /** Something to measure, which may fail. */
    interface Work {
        void run() throws Exception;
    }

    /** Does the work once, prints its speed beside the limit's, and gives it in events a second. */
    double measure(String what, double limit, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double speed = events / seconds;
        String ratio = limit > 0 ? String.format(Locale.ROOT, "%5.2f of the limit", speed / limit) : "the limit";
        String row = String.format(Locale.ROOT, "%-52s %,9.0f events/s   %s", what, speed, ratio);
        print(row);
        return speed;
    }

    /** The middle one of an odd number of values, the upper middle one of an even number. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @SuppressWarnings("SystemOut") // a benchmark's result is what it prints
    static void print(String line) {
        System.out.println(line);
    }
}
