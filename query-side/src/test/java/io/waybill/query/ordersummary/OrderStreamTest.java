package io.waybill.query.ordersummary;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.OrderId;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class OrderStreamTest {
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables("ordersummary", "fulfilment");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_order_is_told_as_it_is_and_again_when_it_or_a_part_of_it_changes() throws Exception {
        WholeLife life = new WholeLife(service.story(), Orders.hearts()).placed();
        service.tell();
        try (Followed stream = Followed.open(service.address(), life.id)) {
            assertThat(stream.contentType()).startsWith("text/event-stream");
            Followed.Event placed = stream.next();
            assertThat(placed.name()).isEqualTo("order");
            assertThat(placed.read("$.status")).isEqualTo("PLACED");
            assertThat("\"" + placed.id() + "\"")
                    .isEqualTo(service.get("/api/v1/orders/" + life.id).header("ETag"));

            life.reserved();
            service.tell();
            assertThat(stream.nextThat("$.fulfilment.step", "PAYING").read("$.status"))
                    .isEqualTo("PLACED");

            life.paid();
            service.tell();
            assertThat(stream.nextThat("$.status", "CONFIRMED").read("$.version"))
                    .isEqualTo(1);
        }
    }

    @Test
    void who_comes_again_goes_on_where_he_was() throws Exception {
        OrderId order = service.story().placed(Orders.hearts());
        service.tell();
        String seen;
        try (Followed stream = Followed.open(service.address(), order)) {
            seen = stream.next().id();
        }
        try (Followed again = Followed.open(service.address(), order, "Last-Event-ID", seen)) {
            service.story().confirmed(order);
            service.tell();

            Followed.Event first = again.next();
            assertThat(first.id()).startsWith("1-").isNotEqualTo(seen);
        }
        try (Followed later = Followed.open(service.address(), order, "Last-Event-ID", seen)) {
            assertThat(later.next().read("$.status")).isEqualTo("CONFIRMED");
        }
    }

    @Test
    void what_cannot_be_followed_is_a_problem_also_to_who_expects_events() {
        Answer missing = service.get("/api/v1/orders/" + UUID.randomUUID() + "/stream", "Accept", "text/event-stream");
        assertNotFound(missing, "ORDER_NOT_FOUND");
        assertRefused(service.get("/api/v1/orders/7/stream", "Accept", "text/event-stream"), "id", "a UUID");
        assertThat(service.get("/api/v1/orders/" + UUID.randomUUID() + "/stream", "Accept", "application/json")
                        .status())
                .isEqualTo(HttpStatus.NOT_ACCEPTABLE);
    }

    @Test
    void only_so_many_are_followed_at_once() throws Exception {
        // One of its own: where a client has gone is only noticed when something is written to it.
        try (RunningQuerySide small =
                RunningQuerySide.onTables(Map.of("waybill.streams.most", 2), "ordersummary", "fulfilment")) {
            OrderId order = small.story().placed(Orders.hearts());
            small.tell();
            Followed one = Followed.open(small.address(), order);
            Followed two = Followed.open(small.address(), order);
            one.next();
            two.next();

            Answer third = small.get("/api/v1/orders/" + order + "/stream");

            assertThat(third.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(third.read("$.reason")).isEqualTo("TOO_MANY_STREAMS");
            assertThat(third.header("Retry-After")).isEqualTo("5");
            one.close();
            two.close();
        }
    }

    @Test
    void streams_end_when_the_service_stops() throws Exception {
        RunningQuerySide other = RunningQuerySide.onTables("ordersummary", "fulfilment");
        OrderId order = other.story().placed(Orders.hearts());
        other.tell();
        try (Followed stream = Followed.open(other.address(), order)) {
            stream.next();
            other.close();

            assertThat(stream.isOver()).isTrue();
        }
    }
}
