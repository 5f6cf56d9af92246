package io.waybill.projection.generation;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;

/**
 * The thread on which a processor's coordinator hands events to its segments.
 *
 * <p>Axon's coordinator (4.13, {@code Coordinator.CoordinationTask}) lies down for 100 ms whenever a segment has the 1,024
 * events that it may have waiting, and nothing wakes it. A segment that works faster than 10,240 events a second would stand
 * idle for the rest of that time, so here it looks again much sooner. It is told of an event that comes meanwhile, so all its
 * other delays stay as they are.
 */
final class Coordination extends ScheduledThreadPoolExecutor {
    private static final long NAP_MILLIS = 100;
    private static final long SHORT_NAP_MILLIS = 3;

    /** @param processor whose name the thread bears */
    Coordination(String processor) {
        super(1, new AxonThreadFactory("Coordinator[" + processor + "]"));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        boolean nap = unit == TimeUnit.MILLISECONDS && delay == NAP_MILLIS;
        return super.schedule(task, nap ? SHORT_NAP_MILLIS : delay, unit);
    }
}
