package io.waybill.eventing.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hears of records on the topic that no relay wrote. They have no number, so they are not in the log's order and no
 * position speaks of them; every reader meets them anew.
 */
@FunctionalInterface
public interface Strangers {
    /** Goes no further: the stream fails before such a record. */
    Strangers UNWELCOME = (record, why) -> {
        throw new UnreadableRecordException(record, why);
    };

    /**
     * Takes note of it, before the reader goes on behind it.
     *
     * @throws RuntimeException if that cannot be done: then the stream fails and is opened again
     */
    void met(ConsumerRecord<String, byte[]> record, String why);
}
