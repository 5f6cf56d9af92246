package io.waybill.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks at a steady rate, whether or not the answers to what was asked before have come, and takes the time from when each
 * question was due: else a server that stands still would be asked less, and look quick (Gil Tene's "coordinated omission").
 */
final class SteadyRate {
    private final int perSecond;
    private final Figures.Work question;

    SteadyRate(int perSecond, Figures.Work question) {
        this.perSecond = perSecond;
        this.question = question;
    }

    /**
     * @param latencies of what was answered
     * @param reached answers a second, from the first question to the last answer
     * @param refused questions that were not answered because the server had too much to do
     */
    record Result(Latencies latencies, double reached, long refused) {}

    /** Waits for all answers. */
    Result run(Duration time) throws InterruptedException, ExecutionException {
        long questions = Math.max(1, perSecond * time.toMillis() / 1_000);
        Latencies latencies = new Latencies();
        LongAdder refused = new LongAdder();
        List<Future<?>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long n = 0; n < questions; n++) {
                long due = begun + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                answers.add(threads.submit(() -> {
                    try {
                        question.run();
                        latencies.add(System.nanoTime() - due);
                    } catch (Http.Refused enough) {
                        refused.increment();
                    }
                    return null;
                }));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        for (Future<?> answer : answers) {
            answer.get();
        }
        return new Result(latencies, latencies.count() / seconds, refused.sum());
    }
}
