package io.waybill.projection.generation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Seems to have no next event while the throttle is shut, and says so when it opens. */
final class ThrottledStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final BlockingStream<TrackedEventMessage<?>> events;
    private final Throttle throttle;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean more;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Runnable onAvailable = () -> {};
    private volatile boolean closed;

    /** @param more is told whether there was an event when one was last looked for, though it may have to wait */
    ThrottledStream(
            BlockingStream<TrackedEventMessage<?>> events,
            Throttle throttle,
            ScheduledExecutorService clock,
            AtomicBoolean more) {
        this.events = events;
        this.throttle = throttle;
        this.clock = clock;
        this.more = more;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (!isOpen()) {
            return Optional.empty();
        }
        Optional<TrackedEventMessage<?>> next = events.peek();
        more.set(next.isPresent());
        return next;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (!isOpen()) {
            return false;
        }
        boolean next = events.hasNextAvailable(timeout, unit);
        more.set(next);
        return next;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> next = events.nextAvailable();
        throttle.passed();
        return next;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return events.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
        closed = true;
        events.close();
    }

    private boolean isOpen() {
        if (throttle.isOpen()) {
            return true;
        }
        if (!closed && waiting.compareAndSet(false, true)) {
            wakeLater();
        }
        return false;
    }

    private void wakeLater() {
        try {
            ScheduledFuture<?> _ = clock.schedule(
                    () -> {
                        waiting.set(false);
                        onAvailable.run();
                    },
                    LOOK_AGAIN.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            // Nobody will read on.
            waiting.set(false);
        }
    }
}
