package io.waybill.eventing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waybill.eventing.store.PostgresEventStorageEngine;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty event store in a database of its own. */
public final class TestStore implements AutoCloseable {
    public static final StoredNames NAMES = StoredNames.of(List.of(Counted.class));
    public static final Serializer SERIALIZER = EventSerializer.of(NAMES);

    public final HikariDataSource database;
    public final JdbcTemplate jdbc;
    public final TransactionTemplate transaction;
    public final PostgresEventStorageEngine engine;

    public TestStore() {
        database = open(TestServers.postgres().newDatabase());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        engine = new PostgresEventStorageEngine(jdbc, SERIALIZER, NoOpEventUpcaster.INSTANCE);
    }

    public static HikariDataSource open(TestDatabase at) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(at.url());
        config.setUsername(at.username());
        config.setPassword(at.password());
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    /** The counter's events from one number on, not yet stored. */
    public static List<DomainEventMessage<?>> counted(String counter, long from, int howMany) {
        return LongStream.range(from, from + howMany)
                .<DomainEventMessage<?>>mapToObj(n -> new GenericDomainEventMessage<>(
                        "Counter", counter, n, new Counted(counter, n), Map.of(Provenance.ACTOR, "a test")))
                .toList();
    }

    public void append(String counter, long from, int howMany) {
        transaction.executeWithoutResult(status -> engine.appendEvents(counted(counter, from, howMany)));
    }

    @Override
    public void close() {
        database.close();
    }
}
