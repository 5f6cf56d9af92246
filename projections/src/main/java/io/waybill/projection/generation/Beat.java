package io.waybill.projection.generation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own: every so often, and at once when it is told. */
public final class Beat implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(Beat.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** Begins at once; what the work throws is logged, and it is done again. */
    public Beat(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    public void nudge() {
        nudges.release();
    }

    /** Lets the work at hand end. */
    @Override
    public void close() {
        closed = true;
        nudge();
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                work.run();
            } catch (RuntimeException failed) {
                if (!closed) {
                    log.warn("{} goes on later: {}", name, failed.toString());
                }
            }
            try {
                // One nudge or many are one more time.
                if (nudges.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }
}
