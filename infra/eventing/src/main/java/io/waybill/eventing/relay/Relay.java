package io.waybill.eventing.relay;

import io.micrometer.tracing.Span;
import io.waybill.eventing.kafka.TopicIdentity;
import io.waybill.eventing.store.EventLog;
import io.waybill.eventing.store.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes every stored event to Kafka, in the store's final order, numbered 1, 2, 3 …
 *
 * <p>A batch is read, sent, and acknowledged as a whole by all in-sync replicas; only then the position moves. A crash in
 * between publishes the batch again, with the same numbers, by which readers drop what they have had. One relay is
 * active for a topic, whoever holds the database's advisory lock; all its database work goes over the connection that
 * holds it, so a relay that loses the lock cannot move the position either.
 *
 * <p>If the topic was deleted behind its back, or an operator asks for it, it fills the topic again from the first event;
 * see {@link RelayFilling}.
 *
 * <p>Whatever fails (the database, the broker) is logged and tried again; commands never wait for the relay.
 */
public final class Relay implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    /** Bytes of one partition's share in a request: a whole batch of usual events. */
    private static final int SHARE = 256 << 10;

    private final DataSource database;
    private final RelaySettings settings;
    private final RelaySpans spans;
    private volatile boolean running;
    private volatile long published;
    private @Nullable Thread thread;

    /** A relay from the event store in this database. */
    public Relay(DataSource database, RelaySettings settings, RelaySpans spans) {
        this.database = database;
        this.settings = settings;
        this.spans = spans;
    }

    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("waybill-relay").start(this::run);
    }

    /** Stops after the batch under way; returns when it has stopped, or after a bounded wait. */
    @Override
    public synchronized void close() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(STOP_PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The number of the last event that this relay published and had acknowledged; 0 while it is not the active one. */
    public long published() {
        return published;
    }

    private void run() {
        while (running) {
            try (Connection connection = database.getConnection()) {
                try {
                    if (becomeActive(connection)) {
                        log.info("this relay is the active one for {}", settings.topic());
                        relay(connection);
                    }
                } finally {
                    release(connection);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (Exception failed) {
                log.warn("the relay stopped and tries again in {}: {}", settings.retry(), failed.toString());
            }
            published = 0;
            pause(settings.retry());
        }
    }

    private boolean becomeActive(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended('relay:' || ?, 0))")) {
            lock.setString(1, settings.topic());
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return false;
                }
            }
        }
        try (Statement session = connection.createStatement()) {
            // A position that is lost in a crash only means that its batch is published again.
            session.execute("set synchronous_commit = off");
        }
        return true;
    }

    private void relay(Connection connection) throws Exception {
        try (TopicIdentity identity = new TopicIdentity(settings.bootstrapServers(), settings.topic());
                KafkaProducer<String, byte[]> producer = producer()) {
            RelayFilling filling = new RelayFilling(connection, settings, identity);
            RelayPosition position = filling.begin();
            while (running && !filling.hasToBeginAgain()) {
                List<StoredEvent> batch = EventLog.readAfter(connection, position.position(), settings.batch());
                published = position.number();
                if (batch.isEmpty()) {
                    Thread.sleep(settings.idle());
                } else {
                    publish(producer, position.number(), batch);
                    position = position.moveTo(
                            connection,
                            settings.topic(),
                            new RelayPosition(
                                    position.number() + batch.size(),
                                    batch.getLast().position()));
                }
            }
        }
    }

    private void publish(KafkaProducer<String, byte[]> producer, long last, List<StoredEvent> batch)
            throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(batch.size());
        List<Span> started = new ArrayList<>(batch.size());
        try {
            long number = last;
            for (StoredEvent event : batch) {
                Map<String, String> metadata = EventRecords.metadata(event);
                started.add(spans.start(event.name(), metadata));
                acknowledgements.add(producer.send(EventRecords.record(settings.topic(), ++number, event, metadata)));
            }
            producer.flush();
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } finally {
            started.forEach(Span::end);
        }
    }

    // The connection goes back to its pool, and must not take the lock or the session's settings along.
    private static void release(Connection connection) throws SQLException {
        if (connection.isValid(1)) {
            try (Statement session = connection.createStatement()) {
                session.execute("select pg_advisory_unlock_all()");
                session.execute("reset synchronous_commit");
            }
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RelayTopic.LARGEST_RECORD);
        // A broker that has just begun to lead a partition may refuse the first request and take the second: it accepts
        // any sequence number from a producer it does not know yet. The first one's records are then behind the
        // second's,
        // or out of sequence until they time out. One request at a time cannot overtake itself.
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, SHARE);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
