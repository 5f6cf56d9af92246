package io.waybill.eventing.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Looks for the last event of a partition, behind which there may be records that no relay wrote. */
final class LastNumber {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How many records further back the next look goes, when all that were seen are strangers'. */
    private static final int WIDER = 100;

    private LastNumber() {}

    /**
     * The number of the last event before this offset, 0 where there is none.
     *
     * @throws IllegalStateException if Kafka does not answer within ten seconds
     */
    static long before(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long end) {
        long beginning = consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
        long last = 0;
        long from = end;
        for (long width = 1; last == 0 && from > beginning; width *= WIDER) {
            from = Math.max(beginning, end - width);
            last = highest(consumer, partition, from, end);
        }
        return last;
    }

    private static long highest(KafkaConsumer<String, byte[]> consumer, TopicPartition partition, long from, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long highest = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition, PATIENCE) < end) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Kafka did not give " + partition + "@" + from + " within " + PATIENCE.toSeconds() + " s");
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
                if (record.offset() < end && RecordFormat.fault(record) == null) {
                    highest = Math.max(highest, EventNumber.of(record));
                }
            }
        }
        return highest;
    }
}
