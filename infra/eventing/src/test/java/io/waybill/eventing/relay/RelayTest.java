package io.waybill.eventing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.propagation.Propagator;
import io.waybill.eventing.Counted;
import io.waybill.eventing.Provenance;
import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.TestStore;
import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.eventing.kafka.KafkaEventSourceSettings;
import io.waybill.eventing.kafka.LogPosition;
import io.waybill.eventing.store.EventLog;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealServers({Server.POSTGRES, Server.KAFKA})
class RelayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestStore store = new TestStore();
    private final String topic = TestServers.kafka().newTopicName();
    private final KafkaEventSource source = new KafkaEventSource(
            KafkaEventSourceSettings.of(TestServers.kafka().bootstrapServers(), topic),
            TestStore.SERIALIZER,
            new EventUpcasterChain());
    private final List<Relay> relays = new ArrayList<>();

    @AfterEach
    void close() {
        relays.forEach(Relay::close);
        store.close();
    }

    @Test
    void an_event_comes_out_as_it_was_stored() throws InterruptedException {
        store.append("a", 0, 2);
        startRelay();

        TrackedEventMessage<?> event = read(null, 2).getLast();

        assertThat(event.getPayload()).isEqualTo(new Counted("a", 1));
        assertThat(event.getMetaData()).containsEntry(Provenance.ACTOR, "a test");
        assertThat(event).isInstanceOfSatisfying(DomainEventMessage.class, domainEvent -> {
            assertThat(domainEvent.getType()).isEqualTo("Counter");
            assertThat(domainEvent.getAggregateIdentifier()).isEqualTo("a");
            assertThat(domainEvent.getSequenceNumber()).isEqualTo(1);
        });
        DomainEventMessage<?> stored = store.engine.readEvents("a", 1).next();
        assertThat(event.getIdentifier()).isEqualTo(stored.getIdentifier());
        assertThat(event.getTimestamp()).isEqualTo(stored.getTimestamp());
        RecordedEvent recorded = RecordedEvent.of(event);
        assertThat(recorded.metadata()).isEqualTo(Map.of(Provenance.ACTOR, "a test"));
        assertThat(recorded.hash().get())
                .isEqualTo(store.jdbc.queryForObject(
                        "select hash from event where aggregate_id = 'a' and sequence_number = 1", byte[].class));
    }

    @Test
    void another_axon_application_reads_the_record_with_axons_own_converter() {
        store.append("a", 0, 1);
        StoredEvent stored = store.jdbc
                .execute((ConnectionCallback<List<StoredEvent>>)
                        connection -> EventLog.readAfter(connection, StorePosition.START, 1))
                .getFirst();
        ProducerRecord<String, byte[]> record = EventRecords.record(topic, 1, stored, EventRecords.metadata(stored));

        EventMessage<?> read = DefaultKafkaMessageConverter.builder()
                .serializer(TestStore.SERIALIZER)
                .build()
                .readKafkaMessage(new ConsumerRecord<>(
                        topic,
                        0,
                        0,
                        0,
                        TimestampType.CREATE_TIME,
                        record.key().length(),
                        record.value().length,
                        record.key(),
                        record.value(),
                        record.headers(),
                        Optional.empty()))
                .orElseThrow();

        assertThat(read.getPayload()).isEqualTo(new Counted("a", 0));
        assertThat(read.getIdentifier()).isEqualTo(stored.eventId());
        assertThat(read.getMetaData()).isEqualTo(Map.of(Provenance.ACTOR, "a test"));
    }

    @Test
    void events_are_numbered_without_gap_and_a_reader_goes_on_exactly_behind_its_position() throws Exception {
        for (int counter = 0; counter < 10; counter++) {
            store.append("counter-" + counter, 0, 10);
        }
        startRelay();

        List<TrackedEventMessage<?>> all = read(null, 100);
        List<TrackedEventMessage<?>> rest = read((LogPosition) all.get(41).trackingToken(), 58);

        assertThat(numbers(all))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(rest)
                .extracting(TrackedEventMessage::getIdentifier)
                .containsExactlyElementsOf(all.subList(42, 100).stream()
                        .<String>map(TrackedEventMessage::getIdentifier)
                        .toList());
        assertThat(headToken().number()).isEqualTo(100);
        assertThat(source.createTokenAt(Instant.EPOCH)).isEqualTo(LogPosition.START);
        assertThat(source.createTokenAt(Instant.now().plusSeconds(60)).number()).isEqualTo(100);
    }

    @Test
    void another_relay_takes_over_and_gives_no_number_twice() throws InterruptedException {
        store.append("a", 0, 3);
        Relay first = startRelay();
        read(null, 3);
        startRelay();
        first.close();
        store.append("a", 3, 3);

        assertThat(numbers(read(null, 6))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void a_reader_goes_on_exactly_behind_its_position_on_a_topic_that_was_made_anew() throws InterruptedException {
        store.append("a", 0, 100);
        startRelay();
        read(null, 100);
        relays.forEach(Relay::close);
        // Everything once more, so that the old topic's offsets reach far beyond the new one's.
        store.jdbc.update("update relay set number = 0, transaction_id = '0', position = 0");
        startRelay();
        Refills refills = new Refills(JdbcClient.create(store.jdbc), topic);
        await().atMost(PATIENCE).until(() -> refills.state().published() == 100);
        LogPosition old = headToken();
        assertThat(old.offsets().stream().mapToLong(Long::longValue).sum()).isEqualTo(200);

        assertThat(refills.ask("a test")).isTrue();
        await().atMost(PATIENCE).until(() -> refills.state().equals(new Refills.State(100, false)));
        store.append("a", 100, 150);

        assertThat(numbers(read(old, 150)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(101, 250).boxed().toList());
        // Asked by the same consumer that had asked the old one.
        assertThat(headToken().number()).isEqualTo(250);
        assertThat(headToken().topicId()).isNotEqualTo(old.topicId());
    }

    @Test
    void the_end_of_the_log_is_seen_by_many_at_once() throws InterruptedException {
        store.append("a", 0, 20);
        startRelay();
        read(null, 20);

        assertThat(IntStream.range(0, 20).parallel().mapToLong(asked -> source.head()))
                .hasSize(20)
                .containsOnly(20L);
    }

    /** A broker refuses what it is sent before it has begun to lead a partition; nothing may overtake it meanwhile. */
    @RepeatedTest(10)
    void into_a_topic_that_was_just_made_every_event_goes_once() {
        for (int counter = 0; counter < 50; counter++) {
            store.append("counter-" + counter, 0, 4);
        }
        startRelay();

        Refills refills = new Refills(JdbcClient.create(store.jdbc), topic);
        await().atMost(PATIENCE).until(() -> refills.state().published() == 200);

        assertThat(headToken().offsets().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(200);
    }

    @Test
    void while_kafka_is_away_events_are_stored_and_afterwards_they_all_come() throws InterruptedException {
        store.append("a", 0, 2);
        startRelay();
        read(null, 2);
        assertThat(headToken().number()).isEqualTo(2);

        TestServers.kafka().stop();
        try {
            store.append("a", 2, 5);
        } finally {
            TestServers.kafka().start();
        }

        assertThat(numbers(read(null, 7))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(headToken().number()).isEqualTo(7);
    }

    @Test
    void a_relay_that_cannot_reach_kafka_gives_its_connection_back_as_it_was() {
        Relay relay =
                new Relay(store.database, RelaySettings.of("127.0.0.1:1", topic), new RelaySpans(Propagator.NOOP));
        relays.add(relay);
        relay.start();
        await().atMost(PATIENCE).until(() -> locks() == 1);

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> locks() == 0);
        // It stops in its own time; closing it waits for that only so long.
        relay.close();

        await().atMost(PATIENCE).until(() -> locks() == 0);
        assertThat(store.jdbc.queryForObject("show synchronous_commit", String.class))
                .isEqualTo("on");
    }

    /** A look at the topic's end gives up after seconds, which a slow broker may need. */
    private LogPosition headToken() {
        return await().atMost(PATIENCE).ignoreExceptions().until(source::createHeadToken, token -> true);
    }

    private int locks() {
        Integer held = store.jdbc.queryForObject(
                "select count(*) from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())",
                Integer.class);
        return held == null ? 0 : held;
    }

    private Relay startRelay() {
        Relay relay = new Relay(
                store.database,
                RelaySettings.of(TestServers.kafka().bootstrapServers(), topic),
                new RelaySpans(Propagator.NOOP));
        relays.add(relay);
        relay.start();
        return relay;
    }

    private List<TrackedEventMessage<?>> read(@Nullable LogPosition from, int howMany) throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (events.size() < howMany) {
            LogPosition position =
                    events.isEmpty() ? from : (LogPosition) events.getLast().trackingToken();
            // As a processor does: a stream that fails, here because the topic is not there yet, is opened anew.
            try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(position)) {
                while (events.size() < howMany && stream.hasNextAvailable(10, TimeUnit.SECONDS)) {
                    events.add(stream.nextAvailable());
                }
            } catch (RuntimeException notYet) {
                assertThat(System.nanoTime()).as("still failing: %s", notYet).isLessThan(deadline);
            }
            assertThat(System.nanoTime())
                    .as("read %s of %s", events.size(), howMany)
                    .isLessThan(deadline);
        }
        return events;
    }

    private static List<Long> numbers(List<TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> ((LogPosition) event.trackingToken()).number())
                .toList();
    }
}
