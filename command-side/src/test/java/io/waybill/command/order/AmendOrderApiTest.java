package io.waybill.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** {@code PATCH /orders/{id}}, {@code …/cancellation} and {@code …/closure}. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class AmendOrderApiTest {
    private static final String MOVED = "{\"shipTo\":{\"country\":\"Iceland\"}}";

    private static RunningCommandSide service;
    private static OrdersUnderWay orders;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
        service.stocked("TEA", 10);
        service.stocked("OLD", 10);
        service.send(HttpMethod.DELETE, "/api/v1/products/old", "")
                .expectStatus()
                .isOk();
        orders = OrdersUnderWay.of(service, "MUG");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_amendment_is_answered_with_the_order_and_its_version() {
        UUID order = orders.placed(UUID.randomUUID());

        patch(order, MOVED)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .json("{\"orderId\":\"" + order + "\",\"version\":1}");
        assertThat(last(order, "shipTo")).contains("Iceland");
    }

    @Test
    void what_was_agreed_keeps_its_price_and_what_is_new_has_the_catalogue_s() {
        UUID order = orders.placed(UUID.randomUUID());

        patch(order, "{\"lines\":[{\"sku\":\"mug\",\"quantity\":3},{\"sku\":\"tea\",\"quantity\":1}]}")
                .expectStatus()
                .isOk();

        // 3 at the 2.50 that were agreed, 1 at the 2.55 of today.
        assertThat(last(order, "total")).contains("10.05");
        assertThat(last(order, "payments")).contains("5.00", "5.05");
        assertThat(last(order, "groups")).contains("\"number\": 2", "\"number\": 3");
    }

    @Test
    void an_amendment_to_a_version_that_is_gone_is_not_made() {
        UUID order = orders.packed(UUID.randomUUID());
        long events = service.events();

        patch(order, MOVED, "If-Match", "\"0\"")
                .expectStatus()
                .isEqualTo(412)
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        assertThat(service.events()).isEqualTo(events);
        patch(order, MOVED, "If-Match", "\"1\"").expectStatus().isOk();
    }

    @Test
    void asking_twice_for_the_same_amends_once() {
        UUID order = orders.placed(UUID.randomUUID());

        patch(order, MOVED).expectStatus().isOk();
        patch(order, MOVED).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
    }

    @Test
    void a_product_that_is_not_sold_any_more_stays_in_an_order_that_has_it_and_comes_into_no_other() {
        UUID has = OrdersUnderWay.of(service, "OLD").placed(UUID.randomUUID());
        UUID hasNot = orders.placed(UUID.randomUUID());
        String old = "{\"lines\":[{\"sku\":\"old\",\"quantity\":1}]}";

        patch(has, old).expectStatus().isOk();
        reason(patch(hasNot, old), 422, "DISCONTINUED_SKU");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("{}", 422, "NOTHING_TO_AMEND"),
                Arguments.of("{\"lines\":[]}", 422, "INVALID_FIELD"),
                Arguments.of("{\"shipTo\":{}}", 422, "INVALID_FIELD"),
                Arguments.of("{\"customerId\":\"1\"}", 400, "UNKNOWN_FIELD"),
                Arguments.of("{\"lines\":[{\"sku\":\"nope\",\"quantity\":1}]}", 422, "UNKNOWN_SKU"),
                Arguments.of(
                        "{\"lines\":[{\"sku\":\"mug\",\"quantity\":1,"
                                + "\"unitPrice\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}]}",
                        422,
                        "SEVERAL_CURRENCIES"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_wrong_request_is_refused_by_name_and_nothing_is_stored(String body, int status, String reason) {
        UUID order = orders.placed(UUID.randomUUID());
        long events = service.events();

        reason(patch(order, body), status, reason);
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void an_order_that_is_not_there_is_not_found() {
        UUID nobody = UUID.randomUUID();

        reason(patch(nobody, MOVED), 404, "NOT_FOUND");
        reason(patch(nobody, "{\"lines\":[{\"sku\":\"mug\",\"quantity\":1}]}"), 404, "NOT_FOUND");
        reason(post(nobody, "cancellation", ""), 404, "NOT_FOUND");
        service.post("/api/v1/orders/7/closure", "").expectStatus().isBadRequest();
    }

    @Test
    void an_order_is_cancelled_once_with_a_reason_or_without() {
        UUID order = orders.packed(UUID.randomUUID());

        post(order, "cancellation", "{\"reason\":\"too late\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");
        post(order, "cancellation", "").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        assertThat(last(order, "reason")).isEqualTo("too late");
        reason(patch(order, MOVED), 409, "NOT_AMENDABLE");
        reason(post(order, "closure", ""), 409, "NOT_CLOSABLE");
    }

    @Test
    void an_order_is_closed_when_it_was_delivered() {
        UUID order = orders.delivered(UUID.randomUUID());

        post(order, "closure", "").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"4\"");
        assertThat(last(order, "reason")).isEqualTo("REQUESTED");
    }

    private static ResponseSpec patch(UUID order, String body, String... headers) {
        return service.send(HttpMethod.PATCH, "/api/v1/orders/" + order, body, headers);
    }

    private static ResponseSpec post(UUID order, String what, String body) {
        return service.post("/api/v1/orders/" + order + "/" + what, body);
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

    private static String last(UUID order, String field) {
        return service.database
                .sql(
                        "select payload::jsonb ->> ? from event where aggregate_id = ? order by sequence_number desc limit 1")
                .params(field, order.toString())
                .query(String.class)
                .single();
    }
}
