package io.waybill.query.watch;

import io.waybill.web.ApiProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads one entity, and waits until it is as new as the client wants it: so a client can read what it wrote. */
@Component
public final class Freshness {
    /** Those who wait hold memory and nothing else, and still they have to be somebody's. */
    static final int MAX_WAITING = 512;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final ViewChanges changes;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    Freshness(ViewChanges changes) {
        this.changes = changes;
    }

    /**
     * The entity, at least of the version that is wanted.
     *
     * @param id by which the views' writers name it
     * @param view reads it
     * @param version of what was read
     * @param missing why there is nothing, for who wants no version
     * @throws ApiProblem (503, VIEW_BEHIND) if it has not become so new in time; (503, TOO_MANY_WAITING) if too many wait
     */
    public <T> T read(
            Object id,
            Wanted wanted,
            Supplier<Optional<T>> view,
            ToLongFunction<T> version,
            Supplier<ApiProblem> missing) {
        Optional<T> there = view.get();
        if (wanted.minVersion() == null) {
            return there.orElseThrow(missing);
        }
        if (isEnough(there, wanted, version)) {
            return there.orElseThrow();
        }
        if (!waiting.tryAcquire()) {
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "TOO_MANY_WAITING",
                            "Too many requests are waiting for a view. Try again shortly.")
                    .retryAfter(COME_AGAIN);
        }
        try {
            return await(id, wanted, view, version);
        } finally {
            waiting.release();
        }
    }

    private <T> T await(Object id, Wanted wanted, Supplier<Optional<T>> view, ToLongFunction<T> version) {
        long end = System.nanoTime() + wanted.patience().toNanos();
        try (Watch watch = changes.watch(id)) {
            while (true) {
                // Looked at once more after the watch has begun, so that nothing falls in between.
                Optional<T> there = view.get();
                if (isEnough(there, wanted, version)) {
                    return there.orElseThrow();
                }
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (!left.isPositive() || !watch.isOpen()) {
                    throw behind(wanted, there.map(version::applyAsLong));
                }
                boolean _ = watch.await(left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw behind(wanted, Optional.empty());
        }
    }

    private static <T> boolean isEnough(Optional<T> there, Wanted wanted, ToLongFunction<T> version) {
        return there.isPresent() && wanted.isMetBy(version.applyAsLong(there.get()));
    }

    private static ApiProblem behind(Wanted wanted, Optional<Long> there) {
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "VIEW_BEHIND",
                        "Version " + wanted.minVersion() + " has not reached this view yet; "
                                + there.map(version -> "it has version " + version + ".")
                                        .orElse("it has nothing of it."))
                .retryAfter(COME_AGAIN);
    }
}
