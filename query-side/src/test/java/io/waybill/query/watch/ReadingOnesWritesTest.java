package io.waybill.query.watch;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** A client that names the version it wrote, reads at least that, or is told that it has to wait longer. */
@RealServers(Server.POSTGRES)
class ReadingOnesWritesTest {
    private static final String LONG = "wait=10";
    private static final String NOT_AT_ALL = "wait=0";
    private static final ExecutorService CLIENTS = Executors.newVirtualThreadPerTaskExecutor();
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables("ordersummary", "fulfilment", "product");
    }

    @AfterAll
    static void stop() {
        service.close();
        CLIENTS.close();
    }

    @Test
    void an_order_is_answered_as_soon_as_its_views_have_the_version() throws Exception {
        OrderId order = service.story().placed(Orders.hearts());
        CompletableFuture<Answer> placed = asked("/api/v1/orders/" + order + "?minVersion=0");
        awaitSomebodyWaiting();
        service.tell();

        assertThat(placed.get(2, MINUTES).status()).isEqualTo(HttpStatus.OK);

        CompletableFuture<Answer> confirmed = asked("/api/v1/orders/" + order + "?minVersion=1");
        awaitSomebodyWaiting();
        service.story().confirmed(order);
        service.tell();

        assertThat(confirmed.get(2, MINUTES).read("$.status")).isEqualTo("CONFIRMED");
    }

    @Test
    void an_entity_named_by_its_own_key_is_waited_for_too() throws Exception {
        Sku sku = Sku.of("MUG");
        service.story().product(new ProductRegistered(sku, "MUG", Orders.money("GBP", "1.00")));
        service.tell();
        CompletableFuture<Answer> dearer = asked("/api/v1/products/mug?minVersion=1");
        awaitSomebodyWaiting();
        service.story().product(new PriceChanged(sku, Orders.money("GBP", "2.00"), Orders.money("GBP", "1.00")));
        service.tell();

        assertThat(dearer.get(2, MINUTES).read("$.price.amount")).isEqualTo("2.00");
    }

    @Test
    void what_is_there_already_is_not_waited_for() {
        OrderId order = service.story().placed(Orders.hearts());
        service.tell();

        Answer answer = service.get("/api/v1/orders/" + order + "?minVersion=0", "Prefer", NOT_AT_ALL);

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void what_does_not_come_in_time_is_never_answered_with_something_older() {
        OrderId order = service.story().placed(Orders.hearts());
        service.tell();

        assertBehind(service.get("/api/v1/orders/" + order + "?minVersion=1", "Prefer", NOT_AT_ALL), "version 0");
        assertBehind(
                service.get("/api/v1/orders/" + UUID.randomUUID() + "?minVersion=0", "Prefer", "wait=1"), "nothing");
    }

    private static void assertBehind(Answer answer, String detail) {
        assertThat(answer.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.read("$.reason")).isEqualTo("VIEW_BEHIND");
        assertThat(answer.read("$.detail").toString()).contains(detail);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    // Ten seconds are the most that can be had: enough, once somebody is seen to wait, for the views to be written.
    private static CompletableFuture<Answer> asked(String path) {
        return CompletableFuture.supplyAsync(() -> service.get(path, "Prefer", LONG), CLIENTS);
    }

    private static void awaitSomebodyWaiting() {
        ViewChanges changes = service.bean(ViewChanges.class);
        await().atMost(2, MINUTES).until(() -> changes.watching() > 0 && changes.isListening());
    }
}
