package io.waybill.eventing.verify;

import io.waybill.eventing.kafka.UnreadableRecordException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic's events up to the cut, by number, read from the beginning to where each partition ended at the start. A number
 * that is missing keeps nobody waiting.
 */
final class TopicSide implements Side, AutoCloseable {
    private static final int POLL_RECORDS = 2_000;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;
    private final Published published;
    private final NumberOrder order;
    private final Cut cut;
    private final Differences differences;

    TopicSide(String bootstrapServers, String topic, Cut cut, Differences differences) {
        this.cut = cut;
        this.differences = differences;
        this.published = new Published(differences);
        this.order = new NumberOrder(published);
        this.consumer = consumer(bootstrapServers);
        this.partitions = partitions(consumer, topic);
        this.ends = consumer.endOffsets(partitions, PATIENCE);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    @Override
    public @Nullable Entry next() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!order.hasFollower() && !partitions.stream().allMatch(this::isHeldBack)) {
            ConsumerRecords<byte[], byte[]> records = poll();
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Kafka gave nothing for " + PATIENCE.toSeconds() + " s");
            }
        }
        return order.lowest();
    }

    Published published() {
        return published;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        consumer.resume(consumer.paused());
        consumer.pause(partitions.stream().filter(this::isHeldBack).toList());
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        records.forEach(this::keep);
        return records;
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() >= end(partition)) {
            return;
        }
        try {
            Entry entry = Digests.entry(record);
            if (entry.number() <= cut.number()) {
                order.add(record.partition(), entry);
            }
        } catch (UnreadableRecordException foreign) {
            differences.add("written by no relay", partition + "@" + record.offset());
        }
    }

    /** Nothing more comes of it, or not before something was taken out. */
    private boolean isHeldBack(TopicPartition partition) {
        return order.isFull(partition.partition()) || consumer.position(partition, PATIENCE) >= end(partition);
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    // None where there is no topic: then all of it is missing.
    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        @Nullable List<PartitionInfo> found = consumer.listTopics(PATIENCE).get(topic);
        return found == null
                ? List.of()
                : found.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
