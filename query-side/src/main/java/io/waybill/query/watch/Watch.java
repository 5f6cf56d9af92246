package io.waybill.query.watch;

import io.waybill.query.admission.Admission;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Somebody who waits until the views change in one matter. Used by one thread; to be closed by it. */
public final class Watch implements AutoCloseable {
    private final ViewChanges changes;
    private final Admission admission;
    private final Consumer<Watch> end;
    private final Semaphore told = new Semaphore(0);

    Watch(ViewChanges changes, Admission admission, Consumer<Watch> end) {
        this.changes = changes;
        this.admission = admission;
        this.end = end;
    }

    /**
     * Waits until something may have changed since the watch began, or since this was called last. While the database
     * cannot be listened to, it answers soon, so that the caller looks for itself. A request keeps no place meanwhile.
     *
     * @return whether it is worth looking; false when the time is over
     * @throws InterruptedException if the thread is to end
     */
    public boolean await(Duration most) throws InterruptedException {
        boolean blind = !changes.isListening();
        Duration longest = blind && most.compareTo(ViewChanges.UNTOLD) > 0 ? ViewChanges.UNTOLD : most;
        boolean some = admission.aside(() -> told.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS));
        told.drainPermits();
        return some || blind;
    }

    /** False once the service is stopping: then nobody is told anything any more. */
    public boolean isOpen() {
        return changes.isRunning();
    }

    void tell() {
        told.release();
    }

    @Override
    public void close() {
        end.accept(this);
    }
}
