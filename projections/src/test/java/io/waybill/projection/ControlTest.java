package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** What an operator does about a projection as a whole, with two nodes. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class ControlTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPERATIONS = "/api/v1/operations/projections";
    private static final String STOCK = OPERATIONS + "/stocklevel";

    private static final Story story = new Story();
    private static TestLog log;
    private static RunningProjections service;
    private static RunningProjections other;

    @BeforeAll
    static void start() {
        log = new TestLog(Events.all());
        story.received("71053@MAIN", 10);
        log.append(story);
        service = new RunningProjections(log.topic, Map.of("waybill.generations.keep", "2s"));
        other = service.anotherNode();
    }

    @AfterAll
    static void stop() {
        other.close();
        service.close();
        log.close();
    }

    @Test
    void a_paused_projection_stands_still_on_all_nodes_and_says_who_paused_it() {
        story.received("PAUSED@MAIN", 10);
        log.append(story);
        awaitCaughtUp();
        Answer paused = service.post(STOCK + "/pause", "{\"reason\": \"a new disk\"}", "X-Actor", "olga");
        assertThat(paused.read("$.state")).isEqualTo("PAUSED");
        assertThat(paused.read("$.paused.by")).isEqualTo("olga");
        assertThat(paused.read("$.paused.reason")).isEqualTo("a new disk");
        try {
            awaitLetGo(service);
            awaitLetGo(other);
            story.received("PAUSED@MAIN", 1);
            log.append(story);
            await().during(Duration.ofSeconds(2))
                    .atMost(PATIENCE)
                    .until(() -> service.count("stocklevel where sku = 'PAUSED' and on_hand = 10") == 1);
            assertThat(other.get(STOCK).read("$.state")).isEqualTo("PAUSED");
            // Out of service as well for a moment when a look at the log takes too long.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    service.get("/actuator/health/readiness").read("$.status"))
                            .isEqualTo("UP"));
        } finally {
            assertThat(other.post(STOCK + "/resume").status()).isEqualTo(HttpStatus.OK);
        }
        awaitCaughtUp();
        assertThat(service.count("stocklevel where sku = 'PAUSED' and on_hand = 11"))
                .isEqualTo(1);
        assertThat(service.count("operation where projection = 'stocklevel' and action in ('PAUSE', 'RESUME')"))
                .isEqualTo(2);
    }

    @Test
    void segments_are_split_and_merged_and_nothing_is_handled_twice_or_left_out() {
        awaitCaughtUp();
        assertThat(changed(service, "/segments/0/split")).containsExactly(0, 1, 2);
        assertThat(changed(other, "/segments/1/split")).containsExactly(0, 1, 2, 3);
        tell();
        assertThat(service.post(STOCK + "/segments/7/split").read("$.reason")).isEqualTo("UNKNOWN_SEGMENT");

        assertThat(changed(other, "/segments/2/merge")).containsExactly(0, 1, 3);
        assertThat(service.post(STOCK + "/segments/0/merge").read("$.reason")).isEqualTo("NOTHING_TO_MERGE");
        assertThat(changed(service, "/segments/3/merge")).containsExactly(0, 1);
        tell();
        assertThat(service.count("operation where action in ('SPLIT_SEGMENT', 'MERGE_SEGMENTS')"))
                .isEqualTo(4);
    }

    @Test
    void a_generation_that_was_kept_long_enough_is_gone() {
        String rebuild = service.post(OPERATIONS + "/wallet/rebuilds", "{}").header("Location");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(rebuild).read("$.state")).isEqualTo("SWITCHED"));

        await().atMost(PATIENCE).until(() -> service.count("pg_namespace where nspname = 'wallet_1'") == 0);
        assertThat(service.get(OPERATIONS + "/wallet").list("$.generations[*].number"))
                .containsExactly(2);
        assertThat(service.post(OPERATIONS + "/wallet/rollback").read("$.reason"))
                .isEqualTo("NOTHING_KEPT");
    }

    @Test
    void a_request_for_a_rebuild_that_is_repeated_begins_no_second_one_and_that_of_another_is_refused_by_name() {
        String rebuilds = OPERATIONS + "/transfer/rebuilds";
        String slow = "{\"switch\": \"MANUAL\"}";
        Answer begun = service.post(rebuilds, slow, "X-Actor", "olga", "Idempotency-Key", "olgas");
        assertThat(begun.status()).as(begun.body()).isEqualTo(HttpStatus.ACCEPTED);

        Answer again = other.post(rebuilds, slow, "X-Actor", "olga", "Idempotency-Key", "olgas");
        assertThat(again.status()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(again.header("Location")).isEqualTo(begun.header("Location"));
        assertThat(service.count("operation where action = 'REBUILD' and projection = 'transfer'"))
                .isEqualTo(1);

        Answer refused = other.post(rebuilds, slow, "X-Actor", "tom", "Idempotency-Key", "toms");
        assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.read("$.reason")).isEqualTo("REBUILD_RUNNING");
        assertThat(refused.read("$.detail").toString()).contains("by olga since " + begun.read("$.askedAt"));
        assertThat(service.post(begun.header("Location") + "/cancel").status()).isEqualTo(HttpStatus.OK);
        assertThat(other.post(rebuilds, slow, "Idempotency-Key", "olgas").read("$.state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void who_follows_a_projection_is_told_when_it_changes() throws Exception {
        awaitCaughtUp();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = client.send(
                    HttpRequest.newBuilder(URI.create(service.address() + STOCK + "/stream"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                assertThat(data(lines)).contains("\"position\":" + story.size());
                story.received("71053@MAIN", 1);
                log.append(story);
                String told = data(lines);
                while (!told.contains("\"position\":" + story.size())) {
                    told = data(lines);
                }
                assertThat(told).contains("\"name\":\"stocklevel\"");
            }
        }
    }

    /** The segments after a change, which is asked for again while a slow node has not let the projection go. */
    private static List<Object> changed(RunningProjections node, String change) {
        return await().atMost(PATIENCE)
                .until(() -> node.post(STOCK + change), answer -> !answer.body().contains("PROJECTION_BUSY"))
                .list("$.segments[*].segment");
    }

    private static String data(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return line;
    }

    private static void tell() {
        for (int n = 0; n < 20; n++) {
            story.received("S" + n + "@MAIN", 1);
        }
        log.append(story);
        awaitCaughtUp();
        long wanted = story.events().stream()
                .filter(event -> event.getPayload() instanceof StockReceived)
                .mapToLong(event -> ((StockReceived) event.getPayload()).quantity())
                .sum();
        assertThat(service.count("(select 1 from stocklevel having sum(on_hand) = " + wanted + ") s"))
                .isEqualTo(1);
    }

    /** A segment that nobody has may just be on its way from one node to the other: so each node is asked. */
    private static void awaitLetGo(RunningProjections node) {
        await().atMost(PATIENCE).until(() -> node.hasLetGo("stocklevel-1"));
    }

    private static void awaitCaughtUp() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get(STOCK).read("$.position")).isEqualTo(story.size()));
    }
}
