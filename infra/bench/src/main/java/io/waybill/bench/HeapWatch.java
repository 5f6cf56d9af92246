package io.waybill.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What is left in this JVM's heap when all garbage has been collected: at the beginning, every few seconds, at the end. What
 * grows with the work done grows here.
 */
final class HeapWatch implements AutoCloseable {
    /** Seldom enough that the collections are little beside the work. */
    private static final Duration EVERY = Duration.ofSeconds(10);

    private static final int MIB = 1 << 20;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final List<Long> left = new ArrayList<>();

    HeapWatch() {
        ScheduledFuture<?> _ = looks.scheduleAtFixedRate(this::look, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private synchronized void look() {
        memory.gc();
        left.add(memory.getHeapMemoryUsage().getUsed() / MIB);
    }

    /** In MiB, the last one of now. */
    synchronized List<Long> left() {
        look();
        return List.copyOf(left);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
