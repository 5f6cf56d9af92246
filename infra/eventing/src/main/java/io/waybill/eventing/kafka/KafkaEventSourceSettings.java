package io.waybill.eventing.kafka;

import java.time.Duration;

/**
 * How a source reads its topic.
 *
 * @param pollRecords records that one poll brings at most
 * @param fetchBytes what the broker sends of one partition at a time, at most, and what lies unread in the consumer; one
 *     record may be larger
 * @param fetchWait how long the broker may hold an empty answer back
 * @param buffer events that stand ready for the processor at most
 * @param maxEarly records that may wait for an earlier one before the partitions that run ahead are paused
 * @param missingAfter how long an event may be missing while later ones are there before the stream fails
 */
public record KafkaEventSourceSettings(
        String bootstrapServers,
        String topic,
        int pollRecords,
        int fetchBytes,
        Duration fetchWait,
        int buffer,
        int maxEarly,
        Duration missingAfter) {
    /**
     * What suits most. A service has a stream for each of its processors, ten and more, and all of them may be far behind
     * at once: a replay, or everybody after an outage. What one of them holds is therefore a few megabytes (some thousand
     * events of ordinary size), which costs no speed, since each part of the way needs only enough to never run dry.
     */
    public static KafkaEventSourceSettings of(String bootstrapServers, String topic) {
        return new KafkaEventSourceSettings(
                bootstrapServers, topic, 500, 256 * 1024, Duration.ofMillis(250), 500, 4_000, Duration.ofSeconds(30));
    }
}
