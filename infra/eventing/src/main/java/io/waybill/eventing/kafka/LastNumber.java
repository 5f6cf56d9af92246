package io.waybill.eventing.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks for the last event on a topic, behind which there may be records that no relay wrote. All partitions are asked at
 * once: one after the other, each would wait for the fetch that is still open for the one before.
 */
final class LastNumber {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How many records further back the next look goes, when all that were seen are strangers'. */
    private static final int WIDER = 100;

    private LastNumber() {}

    /**
     * The highest number of the partitions' last events before these offsets, 0 where there is none.
     *
     * @throws IllegalStateException if Kafka does not answer within ten seconds
     */
    static long before(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet(), PATIENCE);
        Map<TopicPartition, Long> open = new HashMap<>(ends);
        open.entrySet().removeIf(each -> each.getValue() <= beginnings.getOrDefault(each.getKey(), 0L));
        long last = 0;
        for (long width = 1; !open.isEmpty(); width *= WIDER) {
            Map<TopicPartition, Long> starts = new HashMap<>();
            for (Map.Entry<TopicPartition, Long> end : open.entrySet()) {
                long beginning = beginnings.getOrDefault(end.getKey(), 0L);
                starts.put(end.getKey(), Math.max(beginning, end.getValue() - width));
            }
            Map<TopicPartition, Long> found = highest(consumer, starts, open);
            last = Math.max(
                    last,
                    found.values().stream().mapToLong(Long::longValue).max().orElse(0));
            open.keySet()
                    .removeIf(each -> found.containsKey(each)
                            || starts.getOrDefault(each, 0L) <= beginnings.getOrDefault(each, 0L));
        }
        return last;
    }

    private static Map<TopicPartition, Long> highest(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
        Map<TopicPartition, Long> highest = new HashMap<>();
        Set<TopicPartition> reading = new HashSet<>(starts.keySet());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reading.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Kafka did not give the last of " + reading + " within " + PATIENCE.toSeconds() + " s");
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L) && RecordFormat.fault(record) == null) {
                    highest.merge(partition, EventNumber.of(record), Math::max);
                }
            }
            reading.removeIf(each -> consumer.position(each, PATIENCE) >= ends.getOrDefault(each, 0L));
        }
        return highest;
    }
}
