package io.waybill.command.inventory;

import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A bestseller's stock has a stream of thousands of events, and each order asks for it. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    private static final int EVENTS_BETWEEN = 50;

    @Bean
    SnapshotTriggerDefinition stockSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN);
    }
}
