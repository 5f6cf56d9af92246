package io.waybill.eventing.relay;

import java.time.Duration;

/**
 * How the relay fills its topic.
 *
 * @param partitions of the topic, when the relay creates it
 * @param replication of the topic, when the relay creates it
 * @param batch events that are published, acknowledged and moved past as one
 * @param idle how long to wait before looking again when there was nothing
 * @param retry how long to wait after a failure, and between tries to become the active relay
 */
public record RelaySettings(
        String bootstrapServers,
        String topic,
        int partitions,
        short replication,
        int batch,
        Duration idle,
        Duration retry) {
    public static RelaySettings of(String bootstrapServers, String topic) {
        return new RelaySettings(
                bootstrapServers, topic, 6, (short) 1, 1_000, Duration.ofMillis(10), Duration.ofSeconds(1));
    }
}
