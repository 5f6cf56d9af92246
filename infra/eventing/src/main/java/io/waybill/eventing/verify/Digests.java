package io.waybill.eventing.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.axonframework.extensions.kafka.eventhandling.HeaderUtils.valueAsLong;
import static org.axonframework.extensions.kafka.eventhandling.HeaderUtils.valueAsString;
import static org.axonframework.messaging.Headers.AGGREGATE_ID;
import static org.axonframework.messaging.Headers.AGGREGATE_SEQ;
import static org.axonframework.messaging.Headers.AGGREGATE_TYPE;
import static org.axonframework.messaging.Headers.MESSAGE_ID;
import static org.axonframework.messaging.Headers.MESSAGE_TYPE;

import io.waybill.eventing.kafka.EventNumber;
import io.waybill.eventing.relay.EventRecords;
import io.waybill.eventing.store.StoredEvent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Makes both sides comparable: a row of the store is turned into the record that the relay would write of it. A digest is
 * the first 64 bits of the SHA-256 of such a record: key, time, payload and all headers but the number.
 */
final class Digests {
    /** Of a row that no relay could publish: equal to no record's, but for one chance in 2^64. */
    private static final long NONE = 0;

    private Digests() {}

    static Entry entry(String topic, StoredEvent event) {
        return new Entry(
                0,
                event.eventId(),
                place(event.name(), event.aggregateType(), event.aggregateId(), event.sequenceNumber()),
                digest(topic, event));
    }

    /** @throws io.waybill.eventing.kafka.UnreadableRecordException if the record has no number */
    static Entry entry(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        return new Entry(
                EventNumber.of(record),
                valueAsString(headers, MESSAGE_ID, ""),
                place(
                        valueAsString(headers, MESSAGE_TYPE, "?"),
                        valueAsString(headers, AGGREGATE_TYPE, "?"),
                        valueAsString(headers, AGGREGATE_ID, "?"),
                        headers.lastHeader(AGGREGATE_SEQ) == null ? -1 : valueAsLong(headers, AGGREGATE_SEQ)),
                digest(record.key(), record.timestamp(), record.value(), headers));
    }

    private static long digest(String topic, StoredEvent event) {
        try {
            ProducerRecord<String, byte[]> record = EventRecords.record(topic, 0, event, EventRecords.metadata(event));
            return digest(record.key().getBytes(UTF_8), record.timestamp(), record.value(), record.headers());
        } catch (JacksonException spoiled) {
            return NONE;
        }
    }

    private static String place(String name, String type, String id, long version) {
        return name + " of " + type + " " + id + ", version " + version;
    }

    private static long digest(byte @Nullable [] key, long timestamp, byte @Nullable [] value, Headers headers) {
        Map<String, byte @Nullable []> sorted = new TreeMap<>();
        headers.forEach(header -> sorted.put(header.key(), header.value()));
        sorted.remove(EventNumber.HEADER);
        MessageDigest digest = sha256();
        add(digest, key);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, timestamp));
        add(digest, value);
        sorted.forEach((name, content) -> {
            add(digest, name.getBytes(UTF_8));
            add(digest, content);
        });
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    // With its length before it, so that nothing passes for its neighbour's part.
    private static void add(MessageDigest digest, byte @Nullable [] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part == null ? -1 : part.length));
        if (part != null) {
            digest.update(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
