package io.waybill.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.tracing.propagation.Propagator;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.eventing.kafka.KafkaEventSourceSettings;
import io.waybill.eventing.relay.Relay;
import io.waybill.eventing.relay.RelaySettings;
import io.waybill.eventing.relay.RelaySpans;
import io.waybill.eventing.store.EventLog;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the event store to a reader of the topic, against a bare read of the table and a bare send of the same bytes. */
public final class DeliveryBench {
    private static final int PAGE = 1_000;
    /** Nine times 32 hexadecimal digits: bytes that compress as badly as real ones, or worse. */
    private static final int PAYLOAD = 288;

    private static final int DEFAULT_EVENTS = 200_000;

    private DeliveryBench() {}

    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_EVENTS;
        try (HikariDataSource database = open(TestServers.postgres().newDatabase())) {
            fill(database, events);
            Figures.print(events + " events of " + PAYLOAD + " bytes, 6 partitions");
            Figures figures = new Figures(events);
            readTable(database); // once unmeasured: compiled code and warm caches, for the limits as for the product
            send(events);
            double read = figures.measure("limit: read the table, 1,000 rows a page", 0, () -> readTable(database));
            double send =
                    figures.measure("limit: send as many bytes to Kafka, batches of 1,000", 0, () -> send(events));
            double both = 1 / (1 / read + 1 / send);
            String topic = TestServers.kafka().newTopicName();
            KafkaEventSource source = new KafkaEventSource(
                    KafkaEventSourceSettings.of(TestServers.kafka().bootstrapServers(), topic),
                    EventSerializer.of(StoredNames.of(List.of(Counted.class))),
                    new EventUpcasterChain());
            figures.measure(
                    "relay: table to acknowledged (limit: both, in turn)", both, () -> relay(database, topic, events));
            double poll =
                    figures.measure("limit: poll the topic, 2,000 records at most", 0, () -> pollTopic(topic, events));
            figures.measure("source: topic to ordered events (limit: poll)", poll, () -> readTopic(source, events));
        }
        System.exit(0);
    }

    private static void fill(HikariDataSource database, int events) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
        new JdbcTemplate(database).update("""
                        insert into event (event_id, aggregate_type, aggregate_id, sequence_number, name, revision,
                                           recorded_at, payload, metadata, hash)
                        select gen_random_uuid()::text, 'Counter', 'counter-' || n % 5000, n / 5000, 'Counted', 1, now(),
                               json_build_object('text', repeat('x', ?)), '{"actor":"bench"}', sha256(n::text::bytea)
                          from generate_series(0, ? - 1) n
                        """, PAYLOAD, events);
    }

    private static void readTable(HikariDataSource database) throws Exception {
        try (Connection connection = database.getConnection()) {
            List<StoredEvent> page = EventLog.readAfter(connection, StorePosition.START, PAGE);
            while (!page.isEmpty()) {
                page = EventLog.readAfter(connection, page.getLast().position(), PAGE);
            }
        }
    }

    private static void send(int events) throws Exception {
        String topic = TestServers.kafka().newTopicName();
        String brokers = TestServers.kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get();
        }
        byte[] payload = new byte[PAYLOAD + 200];
        Random random = new Random(1);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int sent = 0; sent < events; sent += PAGE) {
                List<Future<RecordMetadata>> batch = new ArrayList<>();
                for (int n = sent; n < Math.min(events, sent + PAGE); n++) {
                    random.nextBytes(payload);
                    batch.add(producer.send(new ProducerRecord<>(topic, "counter-" + n % 5000, payload.clone())));
                }
                producer.flush();
                for (Future<RecordMetadata> acknowledged : batch) {
                    acknowledged.get();
                }
            }
        }
    }

    private static void relay(HikariDataSource database, String topic, int events) throws InterruptedException {
        RelaySettings settings = RelaySettings.of(TestServers.kafka().bootstrapServers(), topic);
        try (Relay relay = new Relay(database, settings, new RelaySpans(Propagator.NOOP))) {
            relay.start();
            while (relay.published() < events) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
    }

    private static void pollTopic(String topic, int events) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestServers.kafka().bootstrapServers(),
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int read = 0; read < events; ) {
                read += consumer.poll(Duration.ofSeconds(1)).count();
            }
        }
    }

    private static void readTopic(KafkaEventSource source, int events) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
            for (int read = 0; read < events; read++) {
                stream.nextAvailable();
            }
        }
    }

    /** What the events are read as: a name that is not known costs a search of the class path each time. */
    @Revision("1")
    private record Counted(String text) {}

    private static HikariDataSource open(TestDatabase at) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(at.url());
        config.setUsername(at.username());
        config.setPassword(at.password());
        return new HikariDataSource(config);
    }
}
