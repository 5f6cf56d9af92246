package io.waybill.cli.loading;

import io.waybill.cli.api.Stop;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Works on several things at a time, in their order, and begins nothing new after the first failure or a stop. */
final class ManyAtOnce {
    private final int limit;
    private final Stop stop;

    /** @param limit how many at a time */
    ManyAtOnce(int limit, Stop stop) {
        this.limit = limit;
        this.stop = stop;
    }

    /** Returns when everything that was begun has ended; throws the first failure. */
    <T> void each(Collection<T> items, Consumer<T> work) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Semaphore free = new Semaphore(limit);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                free.acquireUninterruptibly();
                if (failure.get() != null || stop.isCalled()) {
                    break;
                }
                threads.execute(() -> {
                    try {
                        work.accept(item);
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        free.release();
                    }
                });
            }
        }
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
