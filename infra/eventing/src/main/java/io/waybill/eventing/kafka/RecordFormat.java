package io.waybill.eventing.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.RecordedEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
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

    private RecordFormat() {}

    /** Why the record cannot be one of the relay's, whatever its value is; null where it can. */
    static @Nullable String fault(ConsumerRecord<String, byte[]> record) {
        return new Fields(record).fault();
    }

    /** @param record one without a {@link #fault} */
    static RecordedEvent read(ConsumerRecord<String, byte[]> record) {
        Fields fields = new Fields(record);
        Map<String, String> metadata = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null && header.key().startsWith(METADATA)) {
                metadata.put(header.key().substring(METADATA.length()), new String(header.value(), UTF_8));
            }
        }
        return new RecordedEvent(
                text(fields.id),
                text(fields.aggregateType),
                text(fields.aggregateId),
                number(fields.sequenceNumber),
                text(fields.type),
                fields.revision == null ? null : new String(fields.revision, UTF_8),
                Instant.ofEpochMilli(number(fields.timestamp)),
                Bytes.of(Objects.requireNonNullElse(record.value(), new byte[0])),
                metadata,
                fields.hash == null ? null : Bytes.of(fields.hash));
    }

    private static String text(byte @Nullable [] value) {
        return new String(Objects.requireNonNull(value), UTF_8);
    }

    private static long number(byte @Nullable [] value) {
        return ByteBuffer.wrap(Objects.requireNonNull(value)).getLong();
    }

    /**
     * What the headers say besides metadata, found in one pass: each look for one by its key goes through all of them, and
     * this is done for each event by each reader.
     */
    private static final class Fields {
        byte @Nullable [] number;
        byte @Nullable [] sequenceNumber;
        byte @Nullable [] timestamp;
        byte @Nullable [] id;
        byte @Nullable [] type;
        byte @Nullable [] aggregateType;
        byte @Nullable [] aggregateId;
        byte @Nullable [] revision;
        byte @Nullable [] hash;

        /** Of two with the same key the last counts, as for {@link org.apache.kafka.common.header.Headers#lastHeader}. */
        Fields(ConsumerRecord<String, byte[]> record) {
            for (Header header : record.headers()) {
                switch (header.key()) {
                    case EventNumber.HEADER -> number = header.value();
                    case Headers.AGGREGATE_SEQ -> sequenceNumber = header.value();
                    case Headers.MESSAGE_TIMESTAMP -> timestamp = header.value();
                    case Headers.MESSAGE_ID -> id = header.value();
                    case Headers.MESSAGE_TYPE -> type = header.value();
                    case Headers.AGGREGATE_TYPE -> aggregateType = header.value();
                    case Headers.AGGREGATE_ID -> aggregateId = header.value();
                    case Headers.MESSAGE_REVISION -> revision = header.value();
                    case HashHeader.HEADER -> hash = header.value();
                    default -> {
                        // Metadata, or nothing that the relay wrote.
                    }
                }
            }
        }

        @Nullable
        String fault() {
            if (!isNumber(number)) {
                return "it has no usable header " + EventNumber.HEADER;
            }
            if (!isNumber(sequenceNumber)) {
                return "it has no usable header " + Headers.AGGREGATE_SEQ;
            }
            if (!isNumber(timestamp)) {
                return "it has no usable header " + Headers.MESSAGE_TIMESTAMP;
            }
            if (RecordFormat.number(number) < 1) {
                return "events are numbered from 1";
            }
            if (id == null) {
                return "it has no header " + Headers.MESSAGE_ID;
            }
            if (type == null) {
                return "it has no header " + Headers.MESSAGE_TYPE;
            }
            if (aggregateType == null) {
                return "it has no header " + Headers.AGGREGATE_TYPE;
            }
            return aggregateId == null ? "it has no header " + Headers.AGGREGATE_ID : null;
        }

        private static boolean isNumber(byte @Nullable [] value) {
            return value != null && value.length == Long.BYTES;
        }
    }
}
