package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders from the HTTP request to the views, over all services and servers. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class JourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static RunningWaybill waybill;

    @BeforeAll
    static void start() {
        waybill = RunningWaybill.traced();
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void an_order_that_can_be_filled_and_paid_is_confirmed_and_found_in_every_view() {
        waybill.stocked("LAMP", "A green zorblatt", 10);
        String order = waybill.ordered("{\"sku\":\"lamp\",\"quantity\":3}", "tok_approve");

        JsonNode summary = ended(order);

        assertThat(summary.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(summary.at("/total/amount").asString()).isEqualTo("7.65");
        assertThat(summary.at("/lines/0/sku").asString()).isEqualTo("LAMP");
        assertThat(ids(waybill.get("/api/v1/orders?status=CONFIRMED&customer=17850")))
                .contains(order);
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            JsonNode found = waybill.get("/api/v1/search/orders?q=zorbaltt&status=CONFIRMED");
            assertThat(ids(found)).contains(order);
            assertThat(found.at("/items/0/highlights").toString()).contains("<em>zorblatt</em>");
            assertThat(found.at("/facets/country/0/value").asString()).isEqualTo("Norway");
        });
        available("lamp", 7);
    }

    @Test
    void the_audit_tells_what_happened_by_whom_and_caused_by_what() {
        waybill.stocked("AUDITED", "An audited thing", 1);
        String order = RunningWaybill.created(waybill.post(
                        "/api/v1/orders",
                        RunningWaybill.order("{\"sku\":\"audited\",\"quantity\":1}", "tok_approve"),
                        "X-Actor",
                        "ada",
                        "X-Correlation-Id",
                        "checkout-12"))
                .get("orderId")
                .asString();
        ended(order);

        JsonNode audit = audit("order", order, 2);

        assertThat(audit.at("/items/0/name").asString()).isEqualTo("OrderPlaced");
        assertThat(audit.at("/items/0/actor").asString()).isEqualTo("ada");
        assertThat(audit.at("/items/0/command").asString()).isEqualTo("PlaceOrder");
        assertThat(audit.at("/items/0/payload/reference").asString()).isEqualTo("R-1");
        assertThat(audit.at("/items/1/name").asString()).isEqualTo("OrderConfirmed");
        assertThat(audit.at("/items/1/actor").asString()).isEqualTo("saga:fulfilment");
        assertThat(audit.at("/items/1/correlationId").asString()).isEqualTo("checkout-12");
        assertThat(audit.at("/items/1/version").asInt()).isEqualTo(1);
        assertThat(audit.at("/items/1/changes/0/path").asString()).isEqualTo("/status");
        assertThat(audit.at("/items/1/changes/0/after").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void all_that_a_request_set_in_motion_is_one_tree() {
        waybill.stocked("MOVED", "A moved thing", 1);
        String order = RunningWaybill.created(waybill.post(
                        "/api/v1/orders",
                        RunningWaybill.order("{\"sku\":\"moved\",\"quantity\":1}", "tok_approve"),
                        "X-Correlation-Id",
                        "checkout-13"))
                .get("orderId")
                .asString();
        ended(order);
        audit("order", order, 2);

        // What the order set in motion elsewhere, the audit may have later than the order itself.
        JsonNode motion = await().atMost(PATIENCE)
                .until(
                        () -> waybill.get("/api/v1/audit/correlations/checkout-13"),
                        it -> !it.at("/commands/0/events/0/ledTo/0/events/0/ledTo/0")
                                .isMissingNode());

        assertThat(motion.at("/commands")).hasSize(1);
        assertThat(motion.at("/commands/0/command").asString()).isEqualTo("PlaceOrder");
        assertThat(motion.at("/commands/0/events/0/name").asString()).isEqualTo("OrderPlaced");
        JsonNode reserving = motion.at("/commands/0/events/0/ledTo/0");
        assertThat(reserving.at("/command").asString()).isEqualTo("ReserveStock");
        assertThat(reserving.at("/events/0/name").asString()).isEqualTo("StockReserved");
        assertThat(reserving.at("/events/0/ledTo/0/command").asString()).isEqualTo("RequestPayment");
    }

    @Test
    void a_declined_order_is_rejected_with_the_reason_and_its_stock_is_released() {
        waybill.stocked("DECLINED", "A thing", 5);
        String order = waybill.ordered("{\"sku\":\"declined\",\"quantity\":5}", "tok_insufficient_funds");

        JsonNode summary = ended(order);

        assertThat(summary.get("status").asString()).isEqualTo("REJECTED");
        assertThat(summary.at("/rejections/0/reason").asString()).isEqualTo("PAYMENT_DECLINED");
        available("declined", 5);
    }

    @Test
    void an_order_whose_payment_is_never_answered_is_rejected_and_the_provider_holds_nothing() {
        waybill.stocked("SILENT", "A thing", 5);
        String order = waybill.ordered("{\"sku\":\"silent\",\"quantity\":1}", "tok_timeout");

        JsonNode summary = ended(order);

        assertThat(summary.get("status").asString()).isEqualTo("REJECTED");
        assertThat(summary.at("/rejections/0/reason").asString()).isEqualTo("PAYMENT_NOT_ANSWERED");
        available("silent", 5);
        String payment = audit("order", order, 2)
                .at("/items/0/payload/payments/0/paymentId")
                .asString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                waybill.provider(payment).path("status").asString(""))
                        .isEqualTo("VOIDED"));
    }

    @Test
    void an_order_that_is_short_of_one_product_is_rejected_and_the_others_are_released() {
        waybill.stocked("PLENTY", "A thing", 5);
        waybill.stocked("SCARCE", "A thing", 1);
        String order = waybill.ordered(
                "{\"sku\":\"plenty\",\"quantity\":5},{\"sku\":\"scarce\",\"quantity\":2}", "tok_approve");

        JsonNode summary = ended(order);

        assertThat(summary.get("status").asString()).isEqualTo("REJECTED");
        assertThat(summary.at("/rejections/0/reason").asString()).isEqualTo("SHORT_STOCK");
        assertThat(summary.at("/rejections/0/sku").asString()).isEqualTo("SCARCE");
        available("plenty", 5);
        available("scarce", 1);
    }

    @Test
    void one_trace_joins_the_request_the_command_the_relay_the_saga_and_the_views() {
        waybill.stocked("TRACED", "A thing", 5);
        HttpResponse<String> response = waybill.post(
                "/api/v1/orders",
                RunningWaybill.order("{\"sku\":\"traced\",\"quantity\":1}", "tok_approve"),
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        String order = RunningWaybill.created(response).get("orderId").asString();
        ended(order);

        JsonNode audit = audit("order", order, 2);
        String trace = audit.at("/items/0/traceId").asString();
        String payment = audit.at("/items/0/payload/payments/0/paymentId").asString();

        assertThat(trace).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(audit.at("/items/1/traceId").asString()).isEqualTo(trace);
        assertThat(audit("payment", payment, 2).at("/items/1/traceId").asString())
                .isEqualTo(trace);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Spans.of(trace))
                        .extracting(span -> span.getResource().getAttributes().asMap().entrySet().stream()
                                        .filter(attribute ->
                                                attribute.getKey().getKey().equals("service.name"))
                                        .map(attribute -> attribute.getValue().toString())
                                        .collect(Collectors.joining())
                                + ": " + span.getName())
                        .anyMatch(name -> name.startsWith("gateway: http post"))
                        .anyMatch(name -> name.startsWith("command-side: http post /api/{version}/orders"))
                        .anyMatch(name -> name.startsWith("command-side:") && name.contains("PlaceOrder"))
                        .contains("command-side: relay OrderPlaced", "command-side: relay OrderConfirmed")
                        .anyMatch(name -> name.startsWith("sagas:") && name.contains("StockReserved"))
                        .anyMatch(name -> name.startsWith("sagas: http post"))
                        .anyMatch(name -> name.startsWith("payment-simulator: http post"))
                        .anyMatch(name -> name.startsWith("command-side:") && name.contains("ConfirmOrder"))
                        .anyMatch(name -> name.startsWith("projections:") && name.contains("OrderConfirmed")));
    }

    @Test
    void every_service_says_that_it_is_alive_and_ready_and_gives_its_metrics() {
        for (String service :
                List.of("gateway", "command-side", "sagas", "projections", "query-side", "payment-simulator")) {
            String base = waybill.urlOf(service);
            assertThat(waybill.send("GET", base + "/actuator/health/liveness", null)
                            .statusCode())
                    .as("%s is alive", service)
                    .isEqualTo(200);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(waybill.send("GET", base + "/actuator/health/readiness", null)
                                    .statusCode())
                            .as("%s is ready", service)
                            .isEqualTo(200));
            assertThat(waybill.send("GET", base + "/actuator/prometheus", null).body())
                    .as("metrics of %s", service)
                    .contains("jvm_memory_used_bytes", "application=\"" + service + "\"");
        }
    }

    private static JsonNode ended(String order) {
        await().atMost(PATIENCE).until(() -> {
            HttpResponse<String> response = waybill.ask("/api/v1/orders/" + order);
            return response.statusCode() == 200
                    && !RunningWaybill.json(response).get("status").asString().equals("PLACED");
        });
        return waybill.get("/api/v1/orders/" + order);
    }

    private static void available(String sku, int pieces) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waybill.get("/api/v1/stock/" + sku)
                                .path("available")
                                .asInt(-1))
                        .isEqualTo(pieces));
    }

    private static JsonNode audit(String type, String id, int events) {
        await().atMost(PATIENCE)
                .until(() -> waybill.get("/api/v1/audit/" + type + "/" + id)
                                .at("/items")
                                .size()
                        >= events);
        return waybill.get("/api/v1/audit/" + type + "/" + id);
    }

    private static Set<String> ids(JsonNode page) {
        return page.get("items").values().stream()
                .map(item -> item.get("orderId").asString())
                .collect(Collectors.toSet());
    }
}
