package io.waybill.projection.generation;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.common.AxonThreadFactory;

/**
 * The threads on which a processor's segments handle their batches. Axon begins a batch as soon as one event waits. While a
 * generation is built that makes many small ones, and a batch costs more than its events do: so there it begins a little
 * later, with what has come by then.
 */
final class BatchThreads extends ScheduledThreadPoolExecutor {
    private static final long GATHERING_MILLIS = 50;

    private final BooleanSupplier gathers;

    /**
     * @param processor whose name the threads bear
     * @param gathers whether batches may begin later at the moment
     */
    BatchThreads(String processor, int threads, BooleanSupplier gathers) {
        super(threads, new AxonThreadFactory("WorkPackage[" + processor + "]"));
        this.gathers = gathers;
    }

    @Override
    public Future<?> submit(Runnable batch) {
        return schedule(batch, gathers.getAsBoolean() ? GATHERING_MILLIS : 0, TimeUnit.MILLISECONDS);
    }
}
