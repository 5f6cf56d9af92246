package io.waybill.command.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.command.order.OrdersUnderWay;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@RealServers({Server.POSTGRES, Server.KAFKA})
class ShipmentApiTest {
    private static final String BY_SNAIL = "{\"carrier\":\"SNAIL\",\"trackingNumber\":\"1\"}";

    private static RunningCommandSide service;
    private static OrdersUnderWay orders;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
        orders = OrdersUnderWay.of(service, "MUG");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_shipment_leaves_and_its_order_is_shipped_in_one_transaction() {
        UUID order = orders.packed(UUID.randomUUID());

        post(order, "dispatch", BY_SNAIL)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .json("{\"shipmentId\":\"" + OrdersUnderWay.shipment(order) + "\",\"version\":1}");

        assertThat(service.database
                        .sql("select string_agg(name, ' ' order by position) from event where name in"
                                + " ('ShipmentDispatched', 'OrderShipped') and payload::jsonb ->> 'orderId' = ?"
                                + " group by transaction_id")
                        .param(order.toString())
                        .query(String.class)
                        .list())
                .containsExactly("ShipmentDispatched OrderShipped");
    }

    @Test
    void a_shipment_of_a_cancelled_order_does_not_leave_and_nothing_is_stored() {
        UUID order = orders.packed(UUID.randomUUID());
        service.post("/api/v1/orders/" + order + "/cancellation", "")
                .expectStatus()
                .isOk();
        long events = service.events();

        reason(post(order, "dispatch", BY_SNAIL, "Idempotency-Key", "leave"), 409, "NOT_SHIPPABLE");
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void a_shipment_that_was_packed_before_an_amendment_does_not_leave() {
        UUID order = orders.packed(UUID.randomUUID());
        service.send(HttpMethod.PATCH, "/api/v1/orders/" + order, "{\"shipTo\":{\"country\":\"Iceland\"}}")
                .expectStatus()
                .isOk();

        reason(post(order, "dispatch", BY_SNAIL), 409, "STALE_SHIPMENT");
    }

    @Test
    void an_order_that_has_left_is_not_cancelled() {
        UUID order = orders.shipped(UUID.randomUUID());
        long events = service.events();

        reason(service.post("/api/v1/orders/" + order + "/cancellation", ""), 409, "NOT_CANCELLABLE");
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void a_carrier_is_named_whole_or_not_at_all() {
        UUID order = orders.packed(UUID.randomUUID());

        post(order, "dispatch", "{\"carrier\":\"SNAIL\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/trackingNumber");
        reason(post(order, "dispatch", ""), 409, "NO_CARRIER");
    }

    @Test
    void what_is_under_way_arrives_or_is_lost() {
        UUID arrives = orders.shipped(UUID.randomUUID());
        UUID sinks = orders.shipped(UUID.randomUUID());

        post(arrives, "delivery", "").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        post(sinks, "loss", "{\"detail\":\"at sea\"}").expectStatus().isOk();
        reason(post(arrives, "loss", ""), 409, "NOT_UNDER_WAY");
        reason(post(sinks, "delivery", ""), 409, "NOT_UNDER_WAY");
    }

    @Test
    void a_shipment_that_is_not_there_is_not_found() {
        for (String what : List.of("dispatch", "delivery", "loss")) {
            reason(post(UUID.randomUUID(), what, ""), 404, "NOT_FOUND");
        }
    }

    private static ResponseSpec post(UUID order, String what, String body, String... headers) {
        return service.post("/api/v1/shipments/" + OrdersUnderWay.shipment(order) + "/" + what, body, headers);
    }

    private static void reason(ResponseSpec answer, int status, String reason) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo(reason);
    }
}
