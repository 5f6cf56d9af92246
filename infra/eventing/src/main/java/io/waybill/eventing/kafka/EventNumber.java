package io.waybill.eventing.kafka;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The record header that carries an event's number: 1, 2, 3 … over the whole topic, as eight bytes, big-endian. */
public final class EventNumber {
    public static final String HEADER = "waybill-number";

    private EventNumber() {}

    public static void write(Headers headers, long number) {
        headers.add(HEADER, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** @throws UnreadableRecordException if the record has no number, which means that no relay of ours wrote it */
    public static long of(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null || header.value() == null || header.value().length != Long.BYTES) {
            throw new UnreadableRecordException(record, "it has no event number, so no relay wrote it");
        }
        return ByteBuffer.wrap(header.value()).getLong();
    }
}
