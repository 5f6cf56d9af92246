package io.waybill.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server goes away and comes back; nobody helps. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class BadDaysTest {
    /** What failed while a server was away is tried again after a minute at the latest, by one after the other. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final String MUG = "{\"sku\":\"mug\",\"quantity\":1}";

    private static RunningWaybill waybill;

    @BeforeAll
    static void start() {
        waybill = new RunningWaybill();
        waybill.stocked("MUG", "A mug", 1_000);
    }

    @BeforeEach
    void settle() {
        await().atMost(PATIENCE).until(() -> isReady("command-side") && isReady("projections"));
    }

    @AfterAll
    static void stop() {
        waybill.close();
    }

    @Test
    void without_postgres_commands_answer_503_and_work_again_when_it_is_back() {
        TestServers.postgres().stop();
        HttpResponse<String> answer;
        try {
            answer = place();
            assertThat(isReady("command-side")).isFalse();
        } finally {
            TestServers.postgres().start();
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        await().atMost(PATIENCE).until(() -> place().statusCode() == 201);
        await().atMost(PATIENCE).until(() -> isReady("command-side"));
        String order = placed();
        await().atMost(PATIENCE).until(() -> isConfirmed(order));
    }

    @Test
    void without_kafka_commands_go_on_and_the_orders_are_carried_to_their_end_afterwards() {
        TestServers.kafka().stop();
        String order;
        try {
            order = placed();
        } finally {
            TestServers.kafka().start();
        }

        await().atMost(PATIENCE).until(() -> isConfirmed(order));
    }

    @Test
    void without_elasticsearch_commands_and_other_views_go_on_and_the_search_catches_up() {
        TestServers.elasticsearch().stop();
        String order;
        try {
            order = placed();
            await().atMost(PATIENCE).until(() -> isConfirmed(order));
            assertThat(waybill.ask("/api/v1/search/orders?q=mug").statusCode()).isEqualTo(503);
            await().atMost(PATIENCE).until(() -> !isReady("projections"));
        } finally {
            TestServers.elasticsearch().start();
        }

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        waybill.ask("/api/v1/search/orders?q=" + order).body().contains("\"CONFIRMED\""));
        await().atMost(PATIENCE).until(() -> isReady("projections"));
    }

    private static HttpResponse<String> place() {
        return waybill.post("/api/v1/orders", RunningWaybill.order(MUG, "tok_approve"));
    }

    private static String placed() {
        return waybill.ordered(MUG, "tok_approve");
    }

    private static boolean isConfirmed(String order) {
        return waybill.ask("/api/v1/orders/" + order).body().contains("\"CONFIRMED\"");
    }

    private static boolean isReady(String service) {
        return waybill.send("GET", waybill.urlOf(service) + "/actuator/health/readiness", null)
                        .statusCode()
                == 200;
    }
}
