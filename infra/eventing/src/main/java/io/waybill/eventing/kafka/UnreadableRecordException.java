package io.waybill.eventing.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that cannot be handed out as an event. The reader stops before it: passing over it would lose it. */
public final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(ConsumerRecord<?, ?> record, String why) {
        super("record at " + record.topic() + "-" + record.partition() + "@" + record.offset() + " is unreadable: "
                + why);
    }
}
