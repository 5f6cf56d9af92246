package io.waybill.projection.progress;

import io.waybill.web.ApiProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells whoever follows the projections how they are, as long as they want to know. */
@Component
final class ProgressStreams {
    /** Streams that one node serves at once. */
    private static final int MOST = 100;

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final RecentProgress progress;
    private final Semaphore room = new Semaphore(MOST);
    private final CountDownLatch closing = new CountDownLatch(1);

    ProgressStreams(RecentProgress progress) {
        this.progress = progress;
    }

    /** Before the web server waits for its requests to end. */
    @EventListener
    void close(ContextClosedEvent closed) {
        closing.countDown();
    }

    /**
     * Returns when the stream has lasted long enough, or the service stops.
     *
     * @throws ApiProblem (503, TOO_MANY_STREAMS) if there are as many as there may be
     * @throws IOException if the client has gone
     */
    void follow(Predicate<Progress> wanted, EventStream client) throws IOException, InterruptedException {
        if (!room.tryAcquire()) {
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "TOO_MANY_STREAMS",
                            "There are " + MOST + " streams already.")
                    .retryAfter(HEARTBEAT);
        }
        try {
            client.begin();
            Map<String, Progress> told = new HashMap<>();
            long end = System.nanoTime() + LONGEST.toNanos();
            do {
                tell(wanted, told, client);
            } while (System.nanoTime() < end && !closing.await(RecentProgress.AGE.toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            room.release();
        }
    }

    private void tell(Predicate<Progress> wanted, Map<String, Progress> told, EventStream client) throws IOException {
        for (Progress now : progress.all()) {
            if (wanted.test(now) && !now.equals(told.put(now.name(), now))) {
                client.send("projection", now);
            }
        }
        client.beat(HEARTBEAT);
    }
}
