package io.waybill.query.ordersummary;

import io.waybill.query.watch.ViewChanges;
import io.waybill.query.watch.Watch;
import io.waybill.web.ApiProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells those who follow an order how it changes. Each takes a thread, which sleeps until the order's views change. */
@Component
public final class FollowedOrders {
    /** How long a follower hears nothing at most. */
    static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** After that the client comes again, maybe to another copy of the service, and goes on where it was. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** Changes of several views that belong together are told once. */
    private static final Duration SETTLE = Duration.ofMillis(50);

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final OrderReader reader;
    private final ViewChanges changes;
    private final Semaphore streams;

    FollowedOrders(OrderReader reader, ViewChanges changes, @Value("${waybill.streams.most:1000}") int most) {
        this.reader = reader;
        this.changes = changes;
        this.streams = new Semaphore(most);
    }

    /** Called by the thread that follows. */
    @FunctionalInterface
    public interface Follower {
        /** There is such an order, of which something will be told. */
        default void begins() throws IOException {}

        /** @param tag another one for each content: the entity tag without quotes */
        void told(String tag, OrderAnswer order) throws IOException;

        /** Nothing has happened for a while. */
        default void waits() throws IOException {}
    }

    /**
     * Tells the order as it is now, and again whenever it or a part of it has changed; returns after an hour, and when the
     * service stops.
     *
     * @param last the tag of what the follower knows already; null for nothing
     * @throws ApiProblem (404, ORDER_NOT_FOUND), or (503, TOO_MANY_STREAMS) if too many are followed
     * @throws IOException if the follower throws it
     * @throws InterruptedException if the thread is to end
     */
    public void follow(UUID id, @Nullable String last, Follower follower) throws IOException, InterruptedException {
        if (!streams.tryAcquire()) {
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "TOO_MANY_STREAMS",
                            "So many orders are followed already that no more can be. Try again shortly.")
                    .retryAfter(COME_AGAIN);
        }
        try (Watch watch = changes.watch(id)) {
            OrderReader.Found first = reader.find(id).orElseThrow(OrderReader::missing);
            follower.begins();
            tellChanges(id, tell(first.answer(), last, follower), watch, follower);
        } finally {
            streams.release();
        }
    }

    private void tellChanges(UUID id, String first, Watch watch, Follower follower)
            throws IOException, InterruptedException {
        String told = first;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (watch.isOpen() && System.nanoTime() < end) {
            if (watch.await(HEARTBEAT)) {
                Thread.sleep(SETTLE);
                Optional<OrderReader.Found> now = reader.find(id);
                // While the view is rebuilt there may be nothing of it for a while.
                if (now.isPresent()) {
                    told = tell(now.get().answer(), told, follower);
                }
            }
            follower.waits();
        }
    }

    private String tell(OrderAnswer order, @Nullable String told, Follower follower) throws IOException {
        String tag = reader.tag(order).replace("\"", "");
        if (!tag.equals(told)) {
            follower.told(tag, order);
        }
        return tag;
    }
}
