package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.contract.Events;
import io.waybill.contract.order.OrderId;
import io.waybill.eventing.consumer.SegmentTokens;
import io.waybill.projection.generation.Generation;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What readers see while views are rebuilt: always a whole view, and never an older one than they had seen. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class SwitchTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPERATIONS = "/api/v1/operations/projections";
    private static final int REBUILDS = 4;

    /** Fewer than one search brings at most, and few enough to be read many times during one rebuild. */
    private static final int MOST_ORDERS = 300;

    /** Reading is much quicker than what each event sets going. */
    private static final int READS_FOR_A_WRITE = 5;

    private final Story story = new Story();
    private final List<OrderId> orders = new ArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    /** One for each time the view was read: writing keeps step with it, so that neither starves the other. */
    private final Semaphore turns = new Semaphore(0);

    private TestLog log;
    private RunningProjections service;

    @BeforeEach
    void start() {
        log = new TestLog(Events.all());
        place(50);
        log.append(story);
        service = new RunningProjections(log.topic);
        awaitPositions(service);
    }

    @AfterEach
    void stop() {
        service.close();
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordersummary", "ordersearch"})
    void rebuilds_show_readers_no_error_no_gap_and_nothing_older_than_before(String view) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                keepWriting();
                return null;
            });
            Future<Long> reader = threads.submit(
                    new Reader(enough, turns, view.equals("ordersummary") ? this::rows : this::documents));
            try {
                for (int rebuild = 0; rebuild < REBUILDS; rebuild++) {
                    rebuild(service, view);
                }
            } finally {
                enough.set(true);
                turns.release(READS_FOR_A_WRITE);
            }
            writer.get();
            assertThat(reader.get()).as("how often was read").isGreaterThan(REBUILDS);
        }
        assertThat(service.generation(view)).isEqualTo(1 + REBUILDS);
        awaitPositions(service);
        assertThat(service.fingerprint(view).rows()).isEqualTo(orders.size());
        // The one that served before is kept, and no other.
        await().atMost(PATIENCE)
                .until(() -> service.count("generation where state <> 'DROPPED' and view = '" + view + "'") == 2);
    }

    @Test
    void two_nodes_share_a_rebuild_and_either_finishes_it_alone() throws Exception {
        try (RunningProjections other = service.anotherNode()) {
            rebuild(other, "ordersummary");
            await().atMost(PATIENCE).until(() -> service.generation("ordersummary") == 2);

            String slow = service.post(
                            OPERATIONS + "/ordersummary/rebuilds", "{\"eventsPerSecond\": 1, \"segments\": 4}")
                    .header("Location");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(other.get(slow).read("$.state")).isIn("REBUILDING", "CATCHING_UP"));
            service.end();
            other.put(slow + "/throttle", "{\"eventsPerSecond\": null}");

            awaitSwitched(other, slow);
            assertThat(other.get(slow).read("$.comparison.differing")).isEqualTo(0);
            service.begin();
        }
        assertThat(service.generation("ordersummary")).isEqualTo(3);
        story.confirmed(orders.getFirst());
        log.append(story);
        awaitPositions(service);
        assertThat(service.count("ordersummary where status = 'CONFIRMED'")).isEqualTo(1);
    }

    @Test
    void all_nodes_that_are_killed_in_the_middle_go_on_where_they_were() {
        String slow = service.post(OPERATIONS + "/ordersearch/rebuilds", "{\"eventsPerSecond\": 1}")
                .header("Location");
        String processor = Generation.processor("ordersearch", 2);
        // What is shown may be ahead of what is stored, and only what is stored outlives the nodes.
        long before = await().atMost(PATIENCE).until(() -> stored(processor), number -> number > 0);
        service.end();

        service.begin();
        assertThat((Integer) service.get(slow).read("$.done")).isGreaterThanOrEqualTo((int) before);
        service.put(slow + "/throttle", "{\"eventsPerSecond\": null}");

        awaitSwitched(service, slow);
        assertThat(service.get(slow).read("$.comparison.differing")).isEqualTo(0);
    }

    private long stored(String processor) {
        return SegmentTokens.lowest(service.bean(SegmentTokens.class).of(processor));
    }

    private void keepWriting() throws InterruptedException {
        int last = 0;
        while (!enough.get()) {
            turns.acquire(READS_FOR_A_WRITE);
            if (orders.size() < MOST_ORDERS) {
                place(1);
            }
            story.confirmed(orders.get(last++ % orders.size()));
            log.append(story);
        }
    }

    private void place(int count) {
        for (int order = 0; order < count; order++) {
            orders.add(story.placed(Orders.guest()));
        }
    }

    private Map<String, Long> rows() {
        Map<String, Long> versions = new HashMap<>();
        service.bean(JdbcClient.class)
                .sql("select order_id::text, version from public.ordersummary")
                .query(row -> {
                    versions.put(row.getString(1), row.getLong(2));
                });
        return versions;
    }

    private Map<String, Long> documents() {
        try {
            Map<String, Long> versions = new HashMap<>();
            service.bean(ElasticsearchClient.class)
                    .search(search -> search.index(service.index("ordersearch")).size(10_000), ObjectNode.class)
                    .hits()
                    .hits()
                    .forEach(hit -> versions.put(
                            hit.id(),
                            Objects.requireNonNull(hit.source()).get("version").asLong()));
            return versions;
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private void rebuild(RunningProjections node, String view) {
        awaitSwitched(
                node, node.post(OPERATIONS + "/" + view + "/rebuilds", "{}").header("Location"));
    }

    private static void awaitSwitched(RunningProjections node, String rebuild) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(node.get(rebuild).read("$.state")).isEqualTo("SWITCHED"));
    }

    private void awaitPositions(RunningProjections node) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.get(OPERATIONS).list("$.items[*].position"))
                        .hasSize(RunningProjections.VIEWS.size())
                        .containsOnly(story.size()));
    }

    /** Reads without pause, and compares each time with what it saw before. */
    private record Reader(AtomicBoolean enough, Semaphore turns, Callable<Map<String, Long>> view)
            implements Callable<Long> {
        @Override
        public Long call() throws Exception {
            Map<String, Long> before = Map.of();
            long reads = 0;
            while (!enough.get()) {
                Map<String, Long> now = view.call();
                List<String> older = before.entrySet().stream()
                        .filter(seen -> now.getOrDefault(seen.getKey(), -1L) < seen.getValue())
                        .map(Map.Entry::toString)
                        .toList();
                assertThat(older).as("missing or older in read %s", reads).isEmpty();
                before = now;
                reads++;
                turns.release();
            }
            return reads;
        }
    }
}
