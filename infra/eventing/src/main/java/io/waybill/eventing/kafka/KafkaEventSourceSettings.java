package io.waybill.eventing.kafka;

import java.time.Duration;

/**
 * How a source reads its topic.
 *
 * @param pollRecords records that one poll brings at most
 * @param fetchWait how long the broker may hold an empty answer back
 * @param buffer events that stand ready for the processor at most
 * @param maxEarly records that may wait for an earlier one before the partitions that run ahead are paused
 * @param missingAfter how long an event may be missing while later ones are there before the stream fails
 */
public record KafkaEventSourceSettings(
        String bootstrapServers,
        String topic,
        int pollRecords,
        Duration fetchWait,
        int buffer,
        int maxEarly,
        Duration missingAfter) {
    /** What suits most: bounded at some tens of megabytes for each stream. */
    public static KafkaEventSourceSettings of(String bootstrapServers, String topic) {
        return new KafkaEventSourceSettings(
                bootstrapServers, topic, 2_000, Duration.ofMillis(250), 4_000, 20_000, Duration.ofSeconds(30));
    }
}
