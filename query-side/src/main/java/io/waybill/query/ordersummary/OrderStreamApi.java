package io.waybill.query.ordersummary;

import io.waybill.query.watch.ViewChanges;
import io.waybill.query.watch.Watch;
import io.waybill.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /orders/{id}/stream}. Each stream is one virtual thread that sleeps until the order's views change. */
@RestController
class OrderStreamApi {
    /** A sign of life for all between here and the client who take silence for the end. */
    static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** After that the client comes again, maybe to another copy of the service, and goes on where it was. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** Changes of several views that belong together are told once. */
    private static final Duration SETTLE = Duration.ofMillis(50);

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(OrderStreamApi.class);

    private final OrderReader reader;
    private final ViewChanges changes;
    private final JsonMapper json;
    private final Semaphore streams;

    OrderStreamApi(
            OrderReader reader, ViewChanges changes, JsonMapper json, @Value("${waybill.streams.most:1000}") int most) {
        this.reader = reader;
        this.changes = changes;
        this.json = json;
        this.streams = new Semaphore(most);
    }

    /**
     * The order as it is now, and again whenever it or one of its payments, shipments and returns has changed, as
     * server-sent events: {@code event: order}, its data what {@code GET /orders/{id}} answers, its id the entity tag
     * without quotes. Who comes again with {@code Last-Event-ID} is told nothing before there is something new; of several
     * changes in between only the outcome is told, since each event is the whole order. A comment every 10 s is a sign of
     * life. A stream ends after an hour, and when the service stops: come again.
     */
    @GetMapping(path = "/api/{version}/orders/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!streams.tryAcquire()) {
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "TOO_MANY_STREAMS",
                            "So many orders are followed already that no more can be. Try again shortly.")
                    .retryAfter(COME_AGAIN);
        }
        try (Watch watch = changes.watch(id)) {
            Optional<OrderReader.Found> found = reader.find(id);
            follow(id, found.orElseThrow(OrderReader::missing), last, watch, new EventStream(request, response, json));
        } catch (IOException gone) {
            log.debug("Order {} is not followed any more: {}", id, gone.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            streams.release();
        }
    }

    private void follow(UUID id, OrderReader.Found first, @Nullable String last, Watch watch, EventStream events)
            throws IOException, InterruptedException {
        try {
            tellChanges(id, first, last, watch, events);
        } catch (RuntimeException failed) {
            // The answer has begun, so no problem can be told any more; the client comes again.
            log.warn("Order {} cannot be followed any more", id, failed);
        }
    }

    private void tellChanges(UUID id, OrderReader.Found first, @Nullable String last, Watch watch, EventStream events)
            throws IOException, InterruptedException {
        events.begin();
        String told = tell(first.answer(), last, events);
        long end = System.nanoTime() + LONGEST.toNanos();
        while (watch.isOpen() && System.nanoTime() < end) {
            if (watch.await(HEARTBEAT)) {
                Thread.sleep(SETTLE);
                Optional<OrderReader.Found> now = reader.find(id);
                // While the view is rebuilt there may be nothing of it for a while.
                if (now.isPresent()) {
                    told = tell(now.get().answer(), told, events);
                }
            }
            events.beat(HEARTBEAT);
        }
    }

    private String tell(OrderAnswer order, @Nullable String told, EventStream events) throws IOException {
        String tag = reader.tag(order).replace("\"", "");
        if (!tag.equals(told)) {
            events.send("order", tag, order);
        }
        return tag;
    }
}
