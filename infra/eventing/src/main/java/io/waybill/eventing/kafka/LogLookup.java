package io.waybill.eventing.kafka;

import io.waybill.eventing.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds one event on the topic by its number, from the time at which it was recorded on. */
final class LogLookup {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private LogLookup() {}

    static Optional<RecordedEvent> find(
            KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, long number, Instant recordedAt) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, @Nullable OffsetAndTimestamp> starts = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(Function.identity(), each -> recordedAt.toEpochMilli())),
                PATIENCE);
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(each -> consumer.position(each, PATIENCE) < ends.getOrDefault(each, 0L))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (RecordFormat.fault(record) == null && EventNumber.of(record) == number) {
                    return Optional.of(RecordFormat.read(record));
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "event " + number + " was not found on the topic within " + PATIENCE.toSeconds() + " s");
            }
        }
        return Optional.empty();
    }
}
