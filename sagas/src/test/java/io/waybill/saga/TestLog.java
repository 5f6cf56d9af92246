package io.waybill.saga;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.tracing.propagation.Propagator;
import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.relay.Relay;
import io.waybill.eventing.relay.RelaySettings;
import io.waybill.eventing.relay.RelaySpans;
import io.waybill.eventing.store.PostgresEventStorageEngine;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log as the command side fills it: an event store of its own, relayed to a topic of its own. */
public final class TestLog implements AutoCloseable {
    public final String topic = TestServers.kafka().newTopicName();

    private final HikariDataSource database = new HikariDataSource();
    private final TransactionTemplate transaction;
    private final PostgresEventStorageEngine engine;
    private final Relay relay;

    public TestLog() {
        TestDatabase store = TestServers.postgres().newDatabase();
        database.setJdbcUrl(store.url());
        database.setUsername(store.username());
        database.setPassword(store.password());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        engine = new PostgresEventStorageEngine(
                new JdbcTemplate(database),
                EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all())),
                NoOpEventUpcaster.INSTANCE);
        relay = new Relay(
                database,
                RelaySettings.of(TestServers.kafka().bootstrapServers(), topic),
                new RelaySpans(Propagator.NOOP));
        relay.start();
    }

    /** Appends an aggregate's first event. */
    public void append(String aggregateType, Object aggregateId, Object event) {
        transaction.executeWithoutResult(status ->
                engine.appendEvents(new GenericDomainEventMessage<>(aggregateType, aggregateId.toString(), 0, event)));
    }

    @Override
    public void close() {
        relay.close();
        database.close();
    }
}
