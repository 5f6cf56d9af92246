package io.waybill.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.propagation.Propagator;
import io.waybill.eventing.TestStore;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole way: event store, relay, six partitions, a pooled processor of four segments in a process of its own. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class DeliveryTest {
    private static final int COUNTERS = 400;
    private static final int EVENTS_EACH = 125;
    private static final int EVENTS = COUNTERS * EVENTS_EACH;
    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Test
    void each_event_is_handled_once_and_in_its_aggregates_order_also_when_the_consumer_is_killed_half_way()
            throws Exception {
        String topic = TestServers.kafka().newTopicName();
        TestDatabase effects = TestServers.postgres().newDatabase();
        try (TestStore store = new TestStore();
                var handled = TestStore.open(effects);
                Relay relay = new Relay(
                        store.database,
                        RelaySettings.of(TestServers.kafka().bootstrapServers(), topic),
                        new RelaySpans(Propagator.NOOP))) {
            JdbcTemplate jdbc = new JdbcTemplate(handled);
            CountingConsumer.createTables(jdbc);
            relay.start();
            appendFromSeveralWriters(store);

            Process first = CountingConsumer.start(effects, topic, EVENTS / 2);
            try {
                await().atMost(PATIENCE).until(() -> CountingConsumer.handled(jdbc) > EVENTS / 3);
            } finally {
                first.destroyForcibly().waitFor();
            }
            assertThat(CountingConsumer.handled(jdbc)).as("killed half-way").isLessThanOrEqualTo(EVENTS / 2);

            Process second = CountingConsumer.start(effects, topic, EVENTS);
            try {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> CountingConsumer.handled(jdbc) == EVENTS);
            } finally {
                second.destroyForcibly().waitFor();
            }

            assertThat(jdbc.queryForObject("select count(distinct (counter, n)) from handled", Long.class))
                    .isEqualTo(EVENTS);
            assertThat(jdbc.queryForObject(CountingConsumer.OUT_OF_ORDER, Long.class))
                    .as("events that did not follow their predecessor")
                    .isZero();
            assertThat(jdbc.queryForObject("select count(distinct segment) from handled", Long.class))
                    .as("segments that did work")
                    .isEqualTo(4);
        }
    }

    private static void appendFromSeveralWriters(TestStore store) throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                writing.add(writers.submit(() -> {
                    for (int from = 0; from < EVENTS_EACH; from += 25) {
                        for (int counter = first; counter < COUNTERS; counter += WRITERS) {
                            store.append("counter-" + counter, from, 25);
                        }
                    }
                }));
            }
            for (Future<?> each : writing) {
                each.get();
            }
        }
    }
}
