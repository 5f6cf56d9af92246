package io.waybill.bench;

import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.Provenance;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.store.PostgresEventStorageEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A storage engine, and threads that load and append with it, each on aggregates of its own. */
final class EngineUnderLoad {
    /** An aggregate grows to this many events; then another one is begun. */
    private static final int STREAM = 50;

    private static final String TEXT = "x".repeat(200);
    private static final Serializer SERIALIZER = EventSerializer.of(StoredNames.of(List.of(Added.class)));

    private final EventStorageEngine engine;
    private final TransactionTemplate transaction;

    private EngineUnderLoad(EventStorageEngine engine, JdbcTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is stored. */
    @Revision("1")
    record Added(long n, String text) {}

    static EngineUnderLoad waybills(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
        return new EngineUnderLoad(
                new PostgresEventStorageEngine(new JdbcTemplate(database), SERIALIZER, NoOpEventUpcaster.INSTANCE),
                new JdbcTransactionManager(database));
    }

    static EngineUnderLoad axons(DataSource database) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(new SpringTransactionManager(transactions))
                .eventSerializer(SERIALIZER)
                .snapshotSerializer(SERIALIZER)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return new EngineUnderLoad(engine, transactions);
    }

    /** How many commands all threads together carried out in a second, over about so long a time. */
    double commandsASecond(int threads, int eventsACommand, Duration time) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long done = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> commandsUntil(end, eventsACommand)));
            }
            for (Future<Long> thread : running) {
                done += thread.get();
            }
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private long commandsUntil(long end, int eventsACommand) {
        String aggregate = UUID.randomUUID().toString();
        long done = 0;
        long next = 0;
        while (System.nanoTime() < end) {
            if (next >= STREAM) {
                aggregate = UUID.randomUUID().toString();
                next = 0;
            }
            next = command(aggregate, next, eventsACommand);
            done++;
        }
        return done;
    }

    private long command(String aggregate, long expected, int eventsACommand) {
        transaction.executeWithoutResult(status -> {
            DomainEventStream stream = engine.readEvents(aggregate);
            long next = 0;
            while (stream.hasNext()) {
                if (!(stream.next().getPayload() instanceof Added(long n, String text)) || n != next++) {
                    throw new IllegalStateException("not what was appended to " + aggregate);
                }
            }
            if (next != expected) {
                throw new IllegalStateException(next + " events of " + aggregate + ", not " + expected);
            }
            engine.appendEvents(events(aggregate, next, eventsACommand));
        });
        return expected + eventsACommand;
    }

    private static List<DomainEventMessage<?>> events(String aggregate, long from, int howMany) {
        return LongStream.range(from, from + howMany)
                .<DomainEventMessage<?>>mapToObj(n -> new GenericDomainEventMessage<>(
                        "Bench", aggregate, n, new Added(n, TEXT), Map.of(Provenance.ACTOR, "bench")))
                .toList();
    }
}
