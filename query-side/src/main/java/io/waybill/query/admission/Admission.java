package io.waybill.query.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/**
 * Lets in as many requests as can be answered soon, and refuses the others at once: a service that takes in all that comes
 * answers everybody late when it is asked more than it can do, and nobody in the end. Who only waits for a view to change
 * takes no place meanwhile; those have bounds of their own.
 */
@Component
public final class Admission implements AsyncHandlerInterceptor {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** Between two lines in the log. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private final AtomicLong told = new AtomicLong(System.nanoTime() - SILENCE.toNanos());
    private final Semaphore places;
    private final Counter refused;

    /** Whether this thread has a place. */
    private final ThreadLocal<Boolean> holding = ThreadLocal.withInitial(() -> false);

    /** @param most requests that are worked on at a time */
    Admission(@Value("${waybill.requests.most}") int most, MeterRegistry meters) {
        this.places = new Semaphore(most, true);
        this.refused = Counter.builder("waybill.requests.refused")
                .description("Requests that were refused because too many were being worked on")
                .register(meters);
        Gauge.builder("waybill.requests.working", places, free -> most - free.availablePermits())
                .description("Requests that are being worked on")
                .register(meters);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!places.tryAcquire()) {
            refused.increment();
            tell();
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "OVERLOADED",
                            "So many requests are being worked on that this one would wait too long. Try again shortly.")
                    .retryAfter(COME_AGAIN);
        }
        holding.set(true);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        leave();
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        leave();
    }

    /**
     * Waits for something that takes none of this service's time, and gives the request's place to another meanwhile, if the
     * calling thread has one.
     *
     * @throws InterruptedException if the thread is to end; it has no place any more then
     */
    public <T> T aside(Wait<T> wait) throws InterruptedException {
        if (!holding.get()) {
            return wait.await();
        }
        leave();
        T outcome = wait.await();
        places.acquire();
        holding.set(true);
        return outcome;
    }

    // Not of each: refusing has to cost next to nothing.
    private void tell() {
        long now = System.nanoTime();
        long before = told.get();
        if (now - before >= SILENCE.toNanos() && told.compareAndSet(before, now)) {
            log.warn("More is asked than can be answered: requests are refused, {} so far", (long) refused.count());
        }
    }

    private void leave() {
        if (holding.get()) {
            holding.remove();
            places.release();
        }
    }

    /** Something that may take long. */
    @FunctionalInterface
    public interface Wait<T> {
        T await() throws InterruptedException;
    }
}
