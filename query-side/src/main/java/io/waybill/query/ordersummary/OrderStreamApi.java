package io.waybill.query.ordersummary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /orders/{id}/stream}. Each stream is the virtual thread of its request. */
@RestController
class OrderStreamApi {
    private static final Logger log = LoggerFactory.getLogger(OrderStreamApi.class);

    private final FollowedOrders orders;
    private final JsonMapper json;

    OrderStreamApi(FollowedOrders orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
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
        try {
            orders.follow(id, last, new Client(new EventStream(request, response, json)));
        } catch (IOException gone) {
            log.debug("Order {} is not followed any more: {}", id, gone.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            if (!response.isCommitted()) {
                throw failed;
            }
            // The answer has begun, so no problem can be told any more; the client comes again.
            log.warn("Order {} cannot be followed any more", id, failed);
        }
    }

    private record Client(EventStream events) implements FollowedOrders.Follower {
        @Override
        public void begins() throws IOException {
            events.begin();
        }

        @Override
        public void told(String tag, OrderAnswer order) throws IOException {
            events.send("order", tag, order);
        }

        @Override
        public void waits() throws IOException {
            events.beat(FollowedOrders.HEARTBEAT);
        }
    }
}
