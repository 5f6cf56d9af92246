package io.waybill.saga.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Meets deadlines after everything else has started, and until before anything else stops. */
final class DeadlineRun implements SmartLifecycle {
    private final Scheduler scheduler;
    private volatile boolean running;

    DeadlineRun(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
