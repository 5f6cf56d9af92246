package io.waybill.eventing.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.propagation.Propagator;
import io.waybill.eventing.TestStore;
import io.waybill.eventing.relay.EventRecords;
import io.waybill.eventing.relay.Refills;
import io.waybill.eventing.relay.Relay;
import io.waybill.eventing.relay.RelaySettings;
import io.waybill.eventing.relay.RelaySpans;
import io.waybill.eventing.store.EventLog;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every kind of damage, done on purpose to real servers, is found and named. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class LogVerificationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);
    private static final int COUNTERS = 10;
    private static final int EACH = 10;
    private static final int EVENTS = COUNTERS * EACH;

    private final TestStore store = new TestStore();
    private final String topic = TestServers.kafka().newTopicName();
    private final String servers = TestServers.kafka().bootstrapServers();
    private final Refills refills = new Refills(JdbcClient.create(store.jdbc), topic);
    private Relay relay = relay();

    @AfterEach
    void close() {
        relay.close();
        store.close();
    }

    @Test
    void a_store_and_its_topic_are_as_they_must_be() throws Exception {
        fill();

        LogVerification.Result result = verify();

        assertThat(result.upTo()).isEqualTo(EVENTS);
        assertThat(result.store().differences()).isEmpty();
        assertThat(result.topic().differences()).isEmpty();
        assertThat(result.store().count()).isEqualTo(EVENTS);
        assertThat(result.store().notes()).containsExactly(COUNTERS + " aggregates");
        assertThat(result.topic().checksum()).isEqualTo(result.store().checksum());
    }

    @Test
    void an_empty_store_without_a_topic_is_as_it_must_be() throws Exception {
        assertThat(verify().topic().differences()).isEmpty();
    }

    @Test
    void a_check_stays_clean_while_events_are_stored() throws Exception {
        fill();
        AtomicBoolean enough = new AtomicBoolean();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = writers.submit(() -> {
                for (int n = 0; !enough.get(); n++) {
                    store.append("late-" + n % 3, n / 3, 1);
                }
            });
            try {
                for (int i = 0; i < 5; i++) {
                    LogVerification.Result result = verify();
                    assertThat(result.store().differences()).isEmpty();
                    assertThat(result.topic().differences()).isEmpty();
                }
            } finally {
                enough.set(true);
            }
            writing.get();
        }
        assertThat(verify().upTo()).isGreaterThan(EVENTS);
    }

    @Test
    void what_is_delivered_again_is_counted_and_no_fault() throws Exception {
        fill();
        for (ProducerRecord<String, byte[]> record : records()) {
            send(record);
        }

        Check found = verify().topic();

        assertThat(found.differences()).isEmpty();
        assertThat(found.notes()).containsExactly(EVENTS + " delivered again");
        assertThat(found.count()).isEqualTo(EVENTS);
    }

    @Test
    void an_event_that_is_given_twice_with_other_contents_is_found() throws Exception {
        fill();
        send(withPayload(records().get(41), "{}"));

        assertThat(kinds(verify().topic())).containsExactly(Map.entry("given twice with different contents", 1L));
    }

    @Test
    void a_record_that_is_missing_is_named_and_keeps_nobody_waiting() throws Exception {
        fill();
        List<ProducerRecord<String, byte[]>> records = records();
        replaceTopic(records.subList(0, 41), records.subList(42, EVENTS));

        Check found = verify().topic();

        assertThat(kinds(found)).containsExactly(Map.entry(InStep.MISSING, 1L));
        assertThat(found.differences().getFirst().examples().getFirst())
                .startsWith("number 42, Counted of Counter counter-");
    }

    @Test
    void records_that_are_missing_in_a_row_are_counted() throws Exception {
        fill();
        List<ProducerRecord<String, byte[]>> records = records();
        replaceTopic(records.subList(0, 10), records.subList(60, 90));

        assertThat(kinds(verify().topic())).containsExactly(Map.entry(InStep.MISSING, 60L));
    }

    @Test
    void a_record_with_another_payload_is_found() throws Exception {
        fill();
        List<ProducerRecord<String, byte[]>> records = records();
        replaceTopic(records.subList(0, 41), List.of(withPayload(records.get(41), "{}")), records.subList(42, EVENTS));

        LogVerification.Result result = verify();

        assertThat(kinds(result.topic())).containsExactly(Map.entry(InStep.DIFFERENT, 1L));
        assertThat(result.topic().checksum()).isNotEqualTo(result.store().checksum());
    }

    @Test
    void a_record_that_no_relay_wrote_is_found() throws Exception {
        fill();
        send(new ProducerRecord<>(topic, "x", new byte[] {1}));

        assertThat(kinds(verify().topic())).containsExactly(Map.entry("written by no relay", 1L));
    }

    @Test
    void an_event_that_was_deleted_from_the_store_is_missing_there_and_not_taken_for_many() throws Exception {
        fill();
        damage("delete from event where aggregate_id = 'counter-3' and sequence_number = 4");

        LogVerification.Result result = verify();

        assertThat(kinds(result.store()))
                .containsExactly(Map.entry("missing in the store", 1L), Map.entry(InStep.GONE, 1L));
        assertThat(result.store().differences().getFirst().examples())
                .containsExactly("Counter counter-3 has version 5 and not version 4");
        assertThat(result.topic().differences()).isEmpty();
    }

    @Test
    void an_event_that_was_changed_in_the_store_is_found() throws Exception {
        fill();
        damage("update event set payload = '{}' where aggregate_id = 'counter-3' and sequence_number = 4");

        LogVerification.Result result = verify();

        assertThat(kinds(result.topic())).containsExactly(Map.entry(InStep.DIFFERENT, 1L));
        assertThat(kinds(result.store())).containsExactly(Map.entry(Sequences.UNCHAINED, 1L));
        assertThat(result.store().differences().getFirst().examples()).containsExactly("Counter counter-3, version 4");
    }

    @Test
    void an_event_whose_metadata_or_hash_was_changed_is_found_by_the_chain() throws Exception {
        fill();
        damage("update event set metadata = '{\"actor\":\"b test\"}' where aggregate_id = 'counter-3'"
                + " and sequence_number = 4");
        damage("update event set metadata = '[]' where aggregate_id = 'counter-4' and sequence_number = 4");
        damage("update event set hash = set_byte(hash, 31, get_byte(hash, 31) # 1) where aggregate_id = 'counter-5'"
                + " and sequence_number = 9");

        assertThat(kinds(verify().store())).containsExactly(Map.entry(Sequences.UNCHAINED, 3L));
    }

    @Test
    void an_event_that_the_relay_passed_over_is_found() throws Exception {
        fill();
        damage("insert into event (transaction_id, event_id, aggregate_type, aggregate_id, sequence_number, name,"
                + " revision, recorded_at, payload, metadata, hash) values ('1', 'late', 'Counter', 'late', 0, 'Counted', 1,"
                + " 'epoch', '{}', '{}', event_hash(decode(repeat('00', 32), 'hex'), 'Counter', 'late', 0, 'late',"
                + " 'Counted', 1, 'epoch', '{}', '{}'))");

        LogVerification.Result result = verify();

        assertThat(kinds(result.topic())).containsExactly(Map.entry(InStep.MISSING, 1L));
        assertThat(result.store().differences()).isEmpty();
    }

    @Test
    void an_order_that_turned_is_found() throws Exception {
        fill();
        damage("update event set transaction_id = '1' where aggregate_id = 'counter-3' and sequence_number = 4");

        assertThat(kinds(verify().store())).contains(Map.entry("stored in the wrong order", 1L));
    }

    @Test
    void a_topic_that_is_filled_again_is_as_it_must_be_whatever_it_was() throws Exception {
        fill();
        List<ProducerRecord<String, byte[]>> records = records();
        replaceTopic(records.subList(0, 10), List.of(withPayload(records.get(10), "{}")));
        relay = relay();
        relay.start();

        assertThat(refills.ask("a test")).isTrue();

        await().atMost(PATIENCE).until(() -> refills.state().equals(new Refills.State(EVENTS, false)));
        LogVerification.Result result = verify();
        assertThat(result.topic().differences()).isEmpty();
        assertThat(result.topic().count()).isEqualTo(EVENTS);
        assertThat(result.topic().notes()).as("nothing twice").isEmpty();
    }

    @Test
    void a_topic_that_was_deleted_is_filled_again_without_being_asked() throws Exception {
        fill();
        String before = topicId();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }

        await().atMost(PATIENCE)
                .until(() -> !topicId().equals(before) && refills.state().published() == EVENTS);

        Check found = verify().topic();
        assertThat(found.differences()).isEmpty();
        assertThat(found.count()).isEqualTo(EVENTS);
    }

    @Test
    void a_relay_that_does_not_move_is_a_fault() throws Exception {
        fill();
        relay.close();
        store.append("unpublished", 0, 3);

        assertThat(kinds(verify(SHORT_PATIENCE).topic())).containsExactly(Map.entry("not yet published", 3L));
    }

    private LogVerification.Result verify() throws InterruptedException {
        return verify(PATIENCE);
    }

    private LogVerification.Result verify(Duration patience) throws InterruptedException {
        return new LogVerification(store.database, servers, topic, patience).run((step, done, total) -> {});
    }

    private static List<Map.Entry<String, Long>> kinds(Check check) {
        return check.differences().stream()
                .map(found -> Map.entry(found.kind(), found.count()))
                .toList();
    }

    private void fill() {
        for (int n = 0; n < EACH; n += 5) {
            for (int counter = 0; counter < COUNTERS; counter++) {
                store.append("counter-" + counter, n, 5);
            }
        }
        relay.start();
        await().atMost(PATIENCE).until(() -> refills.state().published() == EVENTS);
    }

    private String topicId() {
        return store.jdbc.queryForObject("select topic_id from relay", String.class);
    }

    private Relay relay() {
        return new Relay(store.database, RelaySettings.of(servers, topic), new RelaySpans(Propagator.NOOP));
    }

    /** What the relay has published, made anew from the store. */
    private List<ProducerRecord<String, byte[]>> records() {
        List<StoredEvent> events = store.jdbc.execute((ConnectionCallback<List<StoredEvent>>)
                (Connection connection) -> EventLog.readAfter(connection, StorePosition.START, EVENTS));
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (StoredEvent event : events) {
            records.add(EventRecords.record(topic, records.size() + 1L, event, EventRecords.metadata(event)));
        }
        return records;
    }

    private static ProducerRecord<String, byte[]> withPayload(ProducerRecord<String, byte[]> record, String payload) {
        return new ProducerRecord<>(
                record.topic(), null, record.timestamp(), record.key(), payload.getBytes(UTF_8), record.headers());
    }

    /** Has the topic made anew by a relay of its own, and stops that one before it publishes anything. */
    @SafeVarargs
    private void replaceTopic(List<ProducerRecord<String, byte[]>>... parts) throws Exception {
        relay.close();
        try (TestStore empty = new TestStore();
                Relay other =
                        new Relay(empty.database, RelaySettings.of(servers, topic), new RelaySpans(Propagator.NOOP))) {
            empty.jdbc.update(
                    "insert into relay (topic, number, transaction_id, position, refill_asked_by)"
                            + " values (?, 0, '0', 0, 'a test')",
                    topic);
            other.start();
            await().atMost(PATIENCE)
                    .until(() -> empty.jdbc
                                    .queryForList("select 1 from relay where refill_asked_by is null")
                                    .size()
                            == 1);
        }
        for (List<ProducerRecord<String, byte[]>> part : parts) {
            for (ProducerRecord<String, byte[]> record : part) {
                send(record);
            }
        }
    }

    private void send(ProducerRecord<String, byte[]> record) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private void damage(String statement) {
        // As only the owner of the schema could: the service has no such right, and a trigger stands before it.
        store.jdbc.execute("alter table event disable trigger user");
        store.jdbc.execute(statement);
    }
}
