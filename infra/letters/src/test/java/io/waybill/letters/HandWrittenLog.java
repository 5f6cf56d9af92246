package io.waybill.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.axonframework.extensions.kafka.eventhandling.HeaderUtils.addHeader;
import static org.axonframework.extensions.kafka.eventhandling.HeaderUtils.generateMetadataKey;
import static org.axonframework.messaging.Headers.AGGREGATE_ID;
import static org.axonframework.messaging.Headers.AGGREGATE_SEQ;
import static org.axonframework.messaging.Headers.AGGREGATE_TYPE;
import static org.axonframework.messaging.Headers.MESSAGE_ID;
import static org.axonframework.messaging.Headers.MESSAGE_REVISION;
import static org.axonframework.messaging.Headers.MESSAGE_TIMESTAMP;
import static org.axonframework.messaging.Headers.MESSAGE_TYPE;

import io.waybill.eventing.kafka.EventNumber;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** A topic of its own, in the relay's format, on which there may also be what no relay would write. */
public final class HandWrittenLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public final String topic = TestServers.kafka().newTopicName();

    private final Serializer serializer;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> versions = new HashMap<>();
    private long last;

    /** A log of events in this serializer's format. */
    public HandWrittenLog(Serializer serializer) {
        this.serializer = serializer;
        Map<String, Object> broker =
                Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers());
        admin = Admin.create(broker);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        create();
    }

    /** Takes the topic away and makes it again, empty, as a repair does; the first event is number 1 again. */
    public void begunAnew() {
        done(admin.deleteTopics(List.of(topic)).all());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            create();
            return true;
        });
        versions.clear();
        last = 0;
    }

    /** The event's number. */
    public long happened(String aggregateType, String aggregateId, Object event) {
        return happened(aggregateType, aggregateId, event, Map.of());
    }

    /** The number of an event that came of something. */
    public long happened(String aggregateType, String aggregateId, Object event, Map<String, String> metadata) {
        SerializedObject<byte[]> payload = serializer.serialize(event, byte[].class);
        return written(
                aggregateType,
                aggregateId,
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata);
    }

    /** An event of any name, in its first revision, and any bytes; its number. */
    public long written(String aggregateType, String aggregateId, String name, byte[] payload) {
        return written(aggregateType, aggregateId, name, "1", payload, Map.of());
    }

    private long written(
            String aggregateType,
            String aggregateId,
            String name,
            String revision,
            byte[] payload,
            Map<String, String> metadata) {
        long number = ++last;
        Headers headers = new RecordHeaders();
        addHeader(headers, generateMetadataKey("actor"), "ada");
        metadata.forEach((key, value) -> addHeader(headers, generateMetadataKey(key), value));
        addHeader(headers, MESSAGE_ID, UUID.randomUUID().toString());
        addHeader(headers, MESSAGE_TYPE, name);
        addHeader(headers, MESSAGE_REVISION, revision);
        addHeader(headers, MESSAGE_TIMESTAMP, Instant.now());
        addHeader(headers, AGGREGATE_TYPE, aggregateType);
        addHeader(headers, AGGREGATE_ID, aggregateId);
        addHeader(headers, AGGREGATE_SEQ, versions.merge(aggregateId, 0L, (before, zero) -> before + 1));
        EventNumber.write(headers, number);
        send(new ProducerRecord<>(topic, null, aggregateId, payload, headers));
        return number;
    }

    /** A record that is no event at all. */
    public void scribbled(String text) {
        send(new ProducerRecord<>(topic, "a stranger", text.getBytes(UTF_8)));
    }

    /** The number of the last event. */
    public long head() {
        return last;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private void create() {
        done(admin.createTopics(List.of(new NewTopic(topic, Optional.of(3), Optional.empty())))
                .all());
    }

    private void send(ProducerRecord<String, byte[]> record) {
        done(producer.send(record));
    }

    private static void done(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
