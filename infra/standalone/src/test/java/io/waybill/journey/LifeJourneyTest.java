package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The whole life of orders, over all services and servers, by the public API alone. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class LifeJourneyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static RunningWaybill waybill;

    @BeforeAll
    static void start() {
        waybill = new RunningWaybill();
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void an_order_is_shipped_delivered_returned_in_part_and_refunded() {
        waybill.stocked("KETTLE", "A kettle", 5);
        String order = waybill.ordered("{\"sku\":\"kettle\",\"quantity\":3}", "tok_approve");
        delivered(order);

        String retour = RunningWaybill.created(waybill.post("/api/v1/orders/" + order + "/returns", """
                        {"lines":[{"line":1,"quantity":2}],"reason":"too loud"}"""))
                .get("returnId")
                .asString();
        done(waybill.post("/api/v1/returns/" + retour + "/approval", ""));
        done(waybill.post("/api/v1/returns/" + retour + "/receipt", """
                {"warehouse":"MAIN","receipts":[{"line":1,"quantity":1,"condition":"SELLABLE"},
                 {"line":1,"quantity":1,"condition":"DAMAGED"}]}"""));

        JsonNode whole =
                order(order, it -> it.at("/returns/0/status").asString("").equals("CLOSED"));
        assertThat(whole.at("/returns/0/outcome").asString()).isEqualTo("REFUNDED");
        assertThat(whole.at("/returns/0/refund/amount").asString()).isEqualTo("5.10");
        whole = order(
                order,
                it -> it.at("/payments/0/status").asString("").equals("PARTIALLY_REFUNDED")
                        && it.at("/fulfilment/step").asString("").equals("RETURN_WINDOW"));
        assertThat(whole.at("/payments/0/captured/amount").asString()).isEqualTo("7.65");
        assertThat(whole.at("/payments/0/refunded/amount").asString()).isEqualTo("5.10");
        // Two never left, one came back whole.
        available("kettle", 3);
    }

    @Test
    void a_cancelled_order_leaves_nothing_held_and_its_shipment_does_not_leave() {
        waybill.stocked("PAN", "A pan", 5);
        String order = waybill.ordered("{\"sku\":\"pan\",\"quantity\":3}", "tok_approve");
        String shipment = packed(order);

        done(waybill.post("/api/v1/orders/" + order + "/cancellation", "{\"reason\":\"changed my mind\"}"));

        HttpResponse<String> late = waybill.post(
                "/api/v1/shipments/" + shipment + "/dispatch", "{\"carrier\":\"SNAIL\",\"trackingNumber\":\"1\"}");
        assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
        JsonNode whole = order(
                order,
                it -> it.at("/fulfilment/step").asString("").equals("ENDED")
                        && it.path("status").asString("").equals("CANCELLED"));
        assertThat(whole.at("/shipments/0/status").asString()).isEqualTo("WITHDRAWN");
        assertThat(whole.at("/payments/0/status").asString()).isEqualTo("VOIDED");
        assertThat(whole.at("/fulfilment/undone").size()).isPositive();
        available("pan", 5);
    }

    @Test
    void an_order_is_paid_by_wallet_and_card_and_grows_by_an_amendment() {
        waybill.stocked("CUP", "A cup", 10);
        String wallet = RunningWaybill.created(waybill.post("/api/v1/wallets", "{\"currency\":\"GBP\"}"))
                .get("walletId")
                .asString();
        RunningWaybill.created(waybill.post(
                "/api/v1/wallets/" + wallet + "/deposits", "{\"amount\":{\"amount\":\"2.00\",\"currency\":\"GBP\"}}"));
        String order = RunningWaybill.created(waybill.post("/api/v1/orders", """
                        {"shipTo":{"country":"Norway"},"lines":[{"sku":"cup","quantity":1}],
                         "payment":{"cardToken":"tok_approve","walletId":"%s",
                         "walletAmount":{"amount":"2.00","currency":"GBP"}}}""".formatted(wallet)))
                .get("orderId")
                .asString();
        packed(order);

        done(waybill.send(
                "PATCH", waybill.url() + "/api/v1/orders/" + order, "{\"lines\":[{\"sku\":\"cup\",\"quantity\":4}]}"));
        delivered(order);

        JsonNode whole = order(order, LifeJourneyTest::isAllCaptured);
        assertThat(whole.at("/total/amount").asString()).isEqualTo("10.20");
        assertThat(whole.get("amendments").size()).isEqualTo(1);
        shown("/api/v1/wallets/" + wallet, "/balance/amount", "0.00");
        available("cup", 6);
    }

    @Test
    void an_order_from_before_there_were_wallets_goes_on_as_if_it_had_been_placed_today() {
        waybill.stocked("OLD", "An old thing", 5);
        UUID order = UUID.randomUUID();
        JdbcClient log = waybill.log();
        log.sql("""
                insert into event (event_id, aggregate_type, aggregate_id, sequence_number, name, revision,
                    recorded_at, payload, metadata, hash)
                select e.*, event_hash(decode(repeat('00', 32), 'hex'), kind, id, version, event, name, revision, at,
                                       payload, metadata)
                  from (values (?, 'Order', ?, bigint '0', 'OrderPlaced', 1, date_trunc('second', now()),
                                cast(? as json), json '{}'))
                       e (event, kind, id, version, name, revision, at, payload, metadata)""")
                .params(UUID.randomUUID().toString(), order.toString(), """
                        {"orderId":"%s","paymentId":"%s","customerId":"17850","reference":"old",
                         "shipTo":{"name":null,"street":null,"city":null,"postcode":null,"country":"Norway"},
                         "lines":[{"number":1,"sku":"OLD","description":"An old thing","quantity":2,
                          "unitPrice":{"amount":"2.55","currency":"GBP"}}],
                         "groups":[{"number":1,"sku":"OLD","quantity":2,"sources":["MAIN"]}],
                         "total":{"amount":"5.10","currency":"GBP"},"cardToken":"tok_approve",
                         "orderedAt":"2010-12-01T08:26:00Z"}""".formatted(order, UUID.randomUUID()))
                .update();

        delivered(order.toString());

        JsonNode whole = order(order.toString(), LifeJourneyTest::isAllCaptured);
        assertThat(whole.at("/payments/0/captured/amount").asString()).isEqualTo("5.10");
        // The audit tells it in today's words.
        shown("/api/v1/audit/order/" + order, "/items/0/payload/payments/0/means/cardToken", "tok_approve");
    }

    private static boolean isAllCaptured(JsonNode order) {
        return order.get("payments").size() > 0
                && order.get("payments")
                        .valueStream()
                        .allMatch(payment -> payment.get("status").asString().equals("CAPTURED"));
    }

    /** The shipment that has to leave next. */
    private static String packed(String order) {
        return waiting(order(order, it -> it.path("shipments").valueStream().anyMatch(LifeJourneyTest::isWaiting)));
    }

    private static String waiting(JsonNode order) {
        return order.path("shipments")
                .valueStream()
                .filter(LifeJourneyTest::isWaiting)
                .findFirst()
                .orElseThrow()
                .get("shipmentId")
                .asString();
    }

    private static boolean isWaiting(JsonNode shipment) {
        String status = shipment.path("status").asString("");
        return status.equals("PREPARED") || status.equals("BOOKED");
    }

    /** Sends out what is packed, as it comes, until all of it has arrived. */
    private static void delivered(String order) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            JsonNode now = waybill.get("/api/v1/orders/" + order);
            now.path("shipments").forEach(shipment -> {
                String path = "/api/v1/shipments/" + shipment.get("shipmentId").asString();
                if (isWaiting(shipment)) {
                    waybill.post(path + "/dispatch", "{\"carrier\":\"SNAIL\",\"trackingNumber\":\"1\"}");
                } else if (shipment.get("status").asString().equals("DISPATCHED")) {
                    waybill.post(path + "/delivery", "");
                }
            });
            return now.path("status").asString("").equals("DELIVERED");
        });
    }

    private static JsonNode order(String order, Predicate<JsonNode> when) {
        return await().atMost(PATIENCE).ignoreExceptions().until(() -> waybill.get("/api/v1/orders/" + order), when);
    }

    /** Each view comes to it in its own time. */
    private static void shown(String path, String pointer, String value) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(waybill.get(path).at(pointer).asString("")).isEqualTo(value));
    }

    private static void available(String sku, int pieces) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waybill.get("/api/v1/stock/" + sku)
                                .path("available")
                                .asInt(-1))
                        .isEqualTo(pieces));
    }

    private static void done(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
}
