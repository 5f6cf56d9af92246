package io.waybill.query.admission;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.contract.order.OrderId;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.query.RunningQuerySide;
import io.waybill.query.watch.ViewChanges;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** A query side with a single place. */
@RealServers(Server.POSTGRES)
class AdmissionTest {
    private static final ExecutorService CLIENTS = Executors.newVirtualThreadPerTaskExecutor();
    private static RunningQuerySide service;
    private static String order;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables(Map.of("waybill.requests.most", 1), "ordersummary", "fulfilment");
        OrderId placed = service.story().placed(Orders.hearts());
        service.tell();
        order = "/api/v1/orders/" + placed;
    }

    @AfterAll
    static void stop() {
        service.close();
        CLIENTS.close();
    }

    @Test
    void a_request_too_many_is_refused_at_once_and_the_next_one_after_that_is_let_in() {
        double before = refused();
        CompletableFuture<?>[] first = new CompletableFuture<?>[1];
        service.fold().inTransaction(() -> {
            service.fold().jdbc().sql("lock table ordersummary").update();
            first[0] = asked(order);
            await().atMost(2, MINUTES).until(() -> working() == 1);

            Answer second = service.get(order);

            assertThat(second.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(second.read("$.reason")).isEqualTo("OVERLOADED");
            assertThat(second.header("Retry-After")).isEqualTo("1");
            assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(HttpStatus.OK);
        });

        assertThat(first[0])
                .succeedsWithin(2, MINUTES)
                .extracting(answer -> ((Answer) answer).status())
                .isEqualTo(HttpStatus.OK);
        awaitNobodyWorking();
        assertThat(service.get(order).status()).isEqualTo(HttpStatus.OK);
        assertThat(refused() - before).isEqualTo(1);
    }

    @Test
    void who_waits_for_a_view_or_follows_an_order_leaves_his_place_to_others() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = client.send(
                    HttpRequest.newBuilder(URI.create(service.address() + order + "/stream"))
                            .build(),
                    BodyHandlers.ofInputStream());
            try (InputStream events = stream.body()) {
                awaitNobodyWorking();
                CompletableFuture<Answer> waits = asked(order + "?minVersion=1", "Prefer", "wait=10");
                await().atMost(2, MINUTES)
                        .until(() -> service.bean(ViewChanges.class).watching() == 2 && working() == 0);

                assertThat(service.get(order).status()).isEqualTo(HttpStatus.OK);
                assertThat(waits).isNotDone();
                assertThat(events.read()).isPositive();
                assertThat(waits)
                        .succeedsWithin(2, MINUTES)
                        .extracting(answer -> answer.read("$.reason"))
                        .isEqualTo("VIEW_BEHIND");
            }
            client.shutdownNow();
        }
        awaitNobodyWorking();
    }

    private static CompletableFuture<Answer> asked(String path, String... headers) {
        return CompletableFuture.supplyAsync(() -> service.get(path, headers), CLIENTS);
    }

    private static void awaitNobodyWorking() {
        await().atMost(2, MINUTES).until(() -> working() == 0);
    }

    private static double working() {
        return service.bean(MeterRegistry.class)
                .get("waybill.requests.working")
                .gauge()
                .value();
    }

    private static double refused() {
        return service.bean(MeterRegistry.class)
                .get("waybill.requests.refused")
                .counter()
                .count();
    }
}
