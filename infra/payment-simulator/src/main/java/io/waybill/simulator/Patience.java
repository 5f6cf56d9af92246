package io.waybill.simulator;

import io.waybill.web.ApiProblem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;

/**
 * Lets callers wait, on virtual threads that cost next to nothing, until their time is over or the simulator stops: nobody
 * who waits for nothing holds up a shutdown.
 */
final class Patience {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration silence;
    private final Semaphore silent;

    Patience(Duration silence, int maxSilent) {
        this.silence = silence;
        this.silent = new Semaphore(maxSilent);
    }

    /** Does not answer; whoever is still there after the silence gets a problem. */
    ApiProblem neverAnswer() {
        if (silent.tryAcquire()) {
            try {
                pause(silence);
            } finally {
                silent.release();
            }
        }
        return new ApiProblem(HttpStatus.GATEWAY_TIMEOUT, "NO_ANSWER", "The card's bank did not answer.");
    }

    /** Returns after that time, or sooner when the simulator stops. */
    void pause(Duration time) {
        try {
            if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "The simulator is stopping.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a caller waited", e);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closed.countDown();
    }
}
