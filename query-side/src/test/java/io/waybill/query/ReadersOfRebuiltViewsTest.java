package io.waybill.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.order.OrderId;
import io.waybill.projection.Answer;
import io.waybill.projection.Http;
import io.waybill.projection.Orders;
import io.waybill.projection.RunningProjections;
import io.waybill.projection.Story;
import io.waybill.projection.TestLog;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Whoever asks the query side while views are rebuilt ten times, with orders coming in, notices nothing of it. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class ReadersOfRebuiltViewsTest {
    private static final List<String> VIEWS = List.of("ordersummary", "ordersearch");
    private static final int REBUILDS = 10;

    /** As many as one page shows. */
    private static final int MOST_ORDERS = 100;

    /** Milliseconds after one answer until the next question, and after one write until the next. */
    private static final int READ_EVERY = 20;

    private static final int WRITE_EVERY = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPERATIONS = "/api/v1/operations/projections/";

    private final Story story = new Story();
    private final List<OrderId> orders = new ArrayList<>();
    private int confirmed;
    private TestLog log;
    private RunningProjections projections;
    private ConfigurableApplicationContext querySide;

    @BeforeEach
    void start() {
        log = new TestLog(Events.all());
        place(MOST_ORDERS / 2);
        TestDatabase database = TestServers.postgres().newDatabase();
        TestDatabase reader = TestServers.postgres().newReader(database);
        Map<String, Object> elasticsearch = Map.of(
                "waybill.elasticsearch.url", TestServers.elasticsearch().url(),
                "waybill.elasticsearch.prefix", TestServers.elasticsearch().newIndexName(),
                "waybill.elasticsearch.answer-timeout", "60s");
        Map<String, Object> properties = with(elasticsearch, database);
        properties.put("waybill.rebuilds.at-once", VIEWS.size());
        projections = new RunningProjections(log.topic, properties);
        querySide = Service.start(QuerySide.class, "query-side", with(elasticsearch, reader));
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(ask("/api/v1/orders?limit=100").list("$.items[*]")).hasSize(orders.size());
            assertThat(ask("/api/v1/search/orders?limit=100").list("$.items[*]"))
                    .hasSize(orders.size());
        });
    }

    @AfterEach
    void stop() {
        querySide.close();
        projections.close();
        log.close();
    }

    @Test
    void answers_have_no_error_no_gap_and_nothing_older_than_before() throws Exception {
        List<SteadyReader> readers = List.of(
                new SteadyReader(this::one),
                new SteadyReader(() -> page("/api/v1/orders?limit=100")),
                new SteadyReader(() -> page("/api/v1/search/orders?limit=100")));
        List<ScheduledFuture<?>> busy = new ArrayList<>();
        try (ScheduledExecutorService threads = Executors.newScheduledThreadPool(readers.size() + 1)) {
            busy.add(threads.scheduleWithFixedDelay(this::write, 0, WRITE_EVERY, TimeUnit.MILLISECONDS));
            readers.forEach(
                    reader -> busy.add(threads.scheduleWithFixedDelay(reader, 0, READ_EVERY, TimeUnit.MILLISECONDS)));
            for (int rebuild = 0; rebuild < REBUILDS; rebuild++) {
                VIEWS.stream().map(this::begin).toList().forEach(this::awaitSwitched);
            }
        }
        for (ScheduledFuture<?> task : busy) {
            // By the shutdown; one that had failed before says why.
            if (!task.isCancelled()) {
                task.get();
            }
            assertThat(task.isCancelled()).isTrue();
        }
        assertThat(readers)
                .allSatisfy(reader ->
                        assertThat(reader.reads()).as("how often was asked").isGreaterThan(REBUILDS));
        assertThat(VIEWS)
                .allSatisfy(view -> assertThat(projections.generation(view)).isEqualTo(1 + REBUILDS));
    }

    private String begin(String view) {
        return projections.post(OPERATIONS + view + "/rebuilds", "{}").header("Location");
    }

    private void awaitSwitched(String rebuild) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(projections.get(rebuild).read("$.state")).isEqualTo("SWITCHED"));
    }

    private void write() {
        if (orders.size() < MOST_ORDERS) {
            place(1);
        }
        story.confirmed(orders.get(confirmed++ % orders.size()));
        log.append(story);
    }

    private void place(int count) {
        for (int order = 0; order < count; order++) {
            orders.add(story.placed(Orders.guest()));
        }
        log.append(story);
    }

    private List<Object> one() {
        return List.of(ask("/api/v1/orders/" + orders.getFirst()).read("$"));
    }

    private List<Object> page(String path) {
        return ask(path).list("$.items[*]");
    }

    private Answer ask(String path) {
        return Http.to(querySide).get(path);
    }

    private static Map<String, Object> with(Map<String, Object> elasticsearch, TestDatabase database) {
        Map<String, Object> all = new HashMap<>(elasticsearch);
        all.putAll(Map.of(
                "server.port", 0,
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "spring.datasource.hikari.connection-timeout", 20_000));
        return all;
    }
}
