package io.waybill.saga.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.letters.HandWrittenLog;
import io.waybill.saga.Sagas;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** What a saga cannot digest: parked with its order, as visible as a view's, retried in order. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class SagaLettersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final StockKey MUGS = StockKey.of("MUG@MAIN");
    private static final Money TOTAL = Money.parse("GBP 9.00");

    private final HandWrittenLog log =
            new HandWrittenLog(EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all())));
    private TakenSteps steps;
    private ConfigurableApplicationContext service;
    private JdbcClient jdbc;
    private RestClient operator;

    @BeforeEach
    void start() throws Exception {
        steps = new TakenSteps();
        TestDatabase database = TestServers.postgres().newDatabase();
        service = Service.start(
                Sagas.class,
                "sagas",
                Map.of(
                        "server.port", 0,
                        "spring.datasource.hikari.connection-timeout", 60_000,
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", database.username(),
                        "spring.datasource.password", database.password(),
                        "waybill.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers(),
                        "waybill.kafka.topic", log.topic,
                        "spring.grpc.client.channel.command-side.target", steps.target(),
                        "waybill.payment-provider.url", "http://127.0.0.1:1"));
        jdbc = service.getBean(JdbcClient.class);
        operator = RestClient.create("http://127.0.0.1:"
                + service.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1/operations/sagas");
    }

    @AfterEach
    void stop() {
        service.close();
        steps.close();
        log.close();
    }

    @Test
    void an_order_that_its_saga_cannot_digest_waits_alone_until_it_is_mended_and_retried_in_order() {
        OrderPlaced poisoned = placed();
        OrderPlaced sound = placed();
        happened(poisoned);
        happened(sound);
        await().atMost(PATIENCE).until(() -> steps.of(sound.orderId()).size() == 1);
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from saga_entry")
                                .query(Long.class)
                                .single()
                        == 2);
        byte[] saga = corrupt(poisoned.orderId());

        // A payment's outcome follows the stock's; written at once, they may come the other way round: they are of two
        // partitions.
        long reserved = reserved(poisoned);
        reserved(sound);
        await().atMost(PATIENCE).until(() -> steps.of(sound.orderId()).size() == 2);
        await().atMost(PATIENCE).until(() -> letters().size() == 1);
        authorized(poisoned);
        authorized(sound);

        await().atMost(PATIENCE).until(() -> steps.of(sound.orderId()).equals(steps(sound)));
        await().atMost(PATIENCE).until(() -> letters().size() == 2);
        assertThat(letters())
                .allMatch(letter ->
                        letter.get("sequence").equals(poisoned.orderId().toString()));
        assertThat(letters().getFirst())
                .containsEntry("number", (int) reserved)
                .containsEntry("attempts", 1)
                .extracting("cause")
                .asString()
                .contains("Exception");
        assertThat(operator.get().retrieve().body(String.class)).contains("\"count\":2");
        assertThat(steps.of(poisoned.orderId())).containsExactly("reserve-1-MAIN");

        jdbc.sql("update saga_entry set serialized_saga = ? where saga_id = ?")
                .params(saga, sagaOf(poisoned.orderId()))
                .update();
        // As long as a segment has still to pass the event by itself, a retry is too early.
        await().atMost(PATIENCE).until(() -> {
            operator.post().uri("/fulfilment/dead-letters/retry").retrieve().toBodilessEntity();
            return letters().isEmpty();
        });
        assertThat(steps.of(poisoned.orderId())).isEqualTo(steps(poisoned));
    }

    @Test
    void an_event_of_no_known_name_and_one_of_broken_bytes_are_parked_by_the_saga_that_listens_to_its_aggregate() {
        OrderPlaced sound = placed();
        log.written("Order", UUID.randomUUID().toString(), "OrderTeleported", new byte[] {'{', '}'});
        log.written("Payment", UUID.randomUUID().toString(), "PaymentAuthorized", new byte[] {'{', (byte) 0xff});
        log.written("Product", "MUG", "ProductMelted", new byte[] {'{', '}'});
        happened(sound);

        await().atMost(PATIENCE).until(() -> steps.of(sound.orderId()).size() == 1);

        // Each is parked by the segment whose turn it is, which need not be that of the sound order.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letters())
                        .extracting(letter -> letter.get("name"))
                        .containsExactly("OrderTeleported", "PaymentAuthorized"));
        Map<?, ?> broken =
                operator.get().uri("/fulfilment/dead-letters/2").retrieve().body(Map.class);
        assertThat(broken.get("payloadBase64")).isEqualTo("e/8=");
    }

    private List<Map<String, Object>> letters() {
        Map<String, List<Map<String, Object>>> page =
                operator.get().uri("/fulfilment/dead-letters").retrieve().body(new ParameterizedTypeReference<>() {});
        return page.get("items");
    }

    private byte[] corrupt(OrderId order) {
        String saga = sagaOf(order);
        byte[] before = jdbc.sql("select serialized_saga from saga_entry where saga_id = ?")
                .param(saga)
                .query(byte[].class)
                .single();
        jdbc.sql("update saga_entry set serialized_saga = ? where saga_id = ?")
                .params(new byte[] {'{'}, saga)
                .update();
        return before;
    }

    private String sagaOf(OrderId order) {
        return jdbc.sql("select saga_id from association_value_entry where association_value = ?")
                .param(order.toString())
                .query(String.class)
                .single();
    }

    private long happened(OrderPlaced order) {
        return log.happened("Order", order.orderId().toString(), order);
    }

    private long reserved(OrderPlaced order) {
        return log.happened(
                "Stock", MUGS.toString(), new StockReserved(MUGS, new ReservationId(order.orderId(), 1), 2));
    }

    private void authorized(OrderPlaced order) {
        log.happened(
                "Payment",
                payment(order).toString(),
                new PaymentAuthorized(payment(order), order.orderId(), TOTAL, "auth_1"));
    }

    private static PaymentId payment(OrderPlaced order) {
        return order.payments().getFirst().paymentId();
    }

    private static List<String> steps(OrderPlaced order) {
        return List.of("reserve-1-MAIN", "pay-" + payment(order), "confirm-0");
    }

    private static OrderPlaced placed() {
        return new OrderPlaced(
                new OrderId(UUID.randomUUID()),
                null,
                null,
                new ShippingAddress(null, null, null, null, "Norway"),
                List.of(new OrderLine(1, Sku.of("MUG"), "A mug", 2, BigMoney.parse("GBP 4.50"))),
                List.of(new LineGroup(1, Sku.of("MUG"), 2, List.of(MUGS.warehouse()))),
                TOTAL,
                List.of(new PaymentPart(new PaymentId(UUID.randomUUID()), PaymentMeans.card("tok_approve"), TOTAL)),
                ShortStock.REJECT,
                LostShipment.REFUND,
                Instant.parse("2011-01-05T10:15:00Z"));
    }
}
