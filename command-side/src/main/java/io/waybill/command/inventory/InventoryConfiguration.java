package io.waybill.command.inventory;

import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {
    private static final int EVENTS_BETWEEN_SNAPSHOTS = 50;

    /** A bestseller's stock has a stream of thousands of events, and each order asks for it. */
    @Bean
    SnapshotTriggerDefinition stockSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN_SNAPSHOTS);
    }

    @Bean
    StockReceipts stockReceipts(Repository<Stock> stocks, EventStorageEngine store) {
        return new StockReceipts(stocks, id -> store.lastSequenceNumberFor(id).isPresent());
    }
}
