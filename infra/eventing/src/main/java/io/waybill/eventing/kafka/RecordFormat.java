package io.waybill.eventing.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.RecordedEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.axonframework.messaging.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The record format of axon-kafka's {@code DefaultKafkaMessageConverter}, read. Not by that converter: it swallows what it
 * cannot read, and writes and reads every event's metadata as JSON on the way.
 */
final class RecordFormat {
    private static final String METADATA = Headers.MESSAGE_METADATA + "-";
    private static final List<String> TEXTS =
            List.of(Headers.MESSAGE_ID, Headers.MESSAGE_TYPE, Headers.AGGREGATE_TYPE, Headers.AGGREGATE_ID);
    private static final List<String> NUMBERS =
            List.of(EventNumber.HEADER, Headers.AGGREGATE_SEQ, Headers.MESSAGE_TIMESTAMP);

    private RecordFormat() {}

    /** Why the record cannot be one of the relay's, whatever its value is; null where it can. */
    static @Nullable String fault(ConsumerRecord<String, byte[]> record) {
        for (String key : NUMBERS) {
            byte @Nullable [] value = value(record, key);
            if (value == null || value.length != Long.BYTES) {
                return "it has no usable header " + key;
            }
        }
        if (EventNumber.of(record) < 1) {
            return "events are numbered from 1";
        }
        for (String key : TEXTS) {
            if (value(record, key) == null) {
                return "it has no header " + key;
            }
        }
        return null;
    }

    /** @param record one without a {@link #fault} */
    static RecordedEvent read(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        Map<String, String> metadata = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null && header.key().startsWith(METADATA)) {
                metadata.put(header.key().substring(METADATA.length()), new String(header.value(), UTF_8));
            } else if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        }
        byte @Nullable [] revision = headers.get(Headers.MESSAGE_REVISION);
        byte @Nullable [] hash = headers.get(HashHeader.HEADER);
        return new RecordedEvent(
                text(headers, Headers.MESSAGE_ID),
                text(headers, Headers.AGGREGATE_TYPE),
                text(headers, Headers.AGGREGATE_ID),
                number(headers, Headers.AGGREGATE_SEQ),
                text(headers, Headers.MESSAGE_TYPE),
                revision == null ? null : new String(revision, UTF_8),
                Instant.ofEpochMilli(number(headers, Headers.MESSAGE_TIMESTAMP)),
                Bytes.of(Objects.requireNonNullElse(record.value(), new byte[0])),
                metadata,
                hash == null ? null : Bytes.of(hash));
    }

    private static byte @Nullable [] value(ConsumerRecord<?, ?> record, String key) {
        Header header = record.headers().lastHeader(key);
        return header == null ? null : header.value();
    }

    private static String text(Map<String, byte[]> headers, String key) {
        return new String(Objects.requireNonNull(headers.get(key), key), UTF_8);
    }

    private static long number(Map<String, byte[]> headers, String key) {
        return ByteBuffer.wrap(Objects.requireNonNull(headers.get(key), key)).getLong();
    }
}
