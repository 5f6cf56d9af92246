package io.waybill.command.inventory;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {
    private static final int EVENTS_BETWEEN_SNAPSHOTS = 50;
    private static final int SNAPSHOTS_WAITING = 1_000;

    /** A bestseller's stock has a stream of thousands of events, and each order asks for it. */
    @Bean
    SnapshotTriggerDefinition stockSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN_SNAPSHOTS);
    }

    @Bean
    StockArrivals stockArrivals(Repository<Stock> stocks, EventStorageEngine store) {
        return new StockArrivals(stocks, id -> store.lastSequenceNumberFor(id).isPresent());
    }

    /**
     * Snapshots are made on a thread of their own. On the command's they would ask for a second connection while those who
     * wait for the same stock hold all the others.
     */
    @Bean
    Snapshotter snapshotter(
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore store,
            TransactionManager transactions,
            @Qualifier("snapshotThread") ExecutorService thread) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .eventStore(store)
                .transactionManager(transactions)
                .executor(thread)
                .build();
    }

    /** What does not fit into its queue is not made: the next event asks again. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService snapshotThread() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(SNAPSHOTS_WAITING),
                Thread.ofPlatform().daemon().name("snapshots").factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
