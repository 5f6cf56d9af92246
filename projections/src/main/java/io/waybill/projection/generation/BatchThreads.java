package io.waybill.projection.generation;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.AxonThreadFactory;

/**
 * The threads on which a processor's segments handle their batches. Axon begins a batch as soon as one event waits. Where
 * nobody waits for a single event that makes many small ones, and a batch costs more than its events do: so there it begins
 * a little later, with what has come by then.
 */
final class BatchThreads extends ScheduledThreadPoolExecutor {
    private final LongSupplier gatheringMillis;

    /**
     * @param processor whose name the threads bear
     * @param gatheringMillis from the first event of a batch until it begins; 0 for at once
     */
    BatchThreads(String processor, int threads, LongSupplier gatheringMillis) {
        super(threads, new AxonThreadFactory("WorkPackage[" + processor + "]"));
        this.gatheringMillis = gatheringMillis;
    }

    @Override
    public Future<?> submit(Runnable batch) {
        return schedule(batch, gatheringMillis.getAsLong(), TimeUnit.MILLISECONDS);
    }
}
