package io.waybill.projection;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.tracing.propagation.Propagator;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.relay.Refills;
import io.waybill.eventing.relay.Relay;
import io.waybill.eventing.relay.RelaySettings;
import io.waybill.eventing.relay.RelaySpans;
import io.waybill.eventing.store.EventLog;
import io.waybill.eventing.store.EventStreams;
import io.waybill.eventing.store.PostgresEventStorageEngine;
import io.waybill.eventing.store.StorePosition;
import io.waybill.eventing.store.StoredEvent;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log as the command side fills it: an event store of its own, relayed to a topic of its own. */
public final class TestLog implements AutoCloseable {
    public final String topic = TestServers.kafka().newTopicName();

    private final HikariDataSource database = new HikariDataSource();
    private final TransactionTemplate transaction;
    private final PostgresEventStorageEngine engine;
    private final Relay relay;
    private int appended;

    /** @param events the classes of what will be appended */
    public TestLog(Collection<Class<?>> events) {
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
                EventSerializer.of(StoredNames.of(new ArrayList<>(events), Upcasts.all())),
                NoOpEventUpcaster.INSTANCE);
        relay = new Relay(
                database,
                RelaySettings.of(TestServers.kafka().bootstrapServers(), topic),
                new RelaySpans(Propagator.NOOP));
        relay.start();
    }

    /** Appends what the story has told since the last time. */
    public void append(Story story) {
        List<? extends EventMessage<?>> told = story.events();
        append(told.subList(appended, told.size()));
    }

    /** Appends these events. */
    public void append(List<? extends EventMessage<?>> events) {
        transaction.executeWithoutResult(status -> engine.appendEvents(events));
        appended += events.size();
    }

    /** Up to {@code limit} events of the aggregate behind this version, as they are stored. */
    public List<StoredEvent> stored(String aggregateId, long version, int limit) {
        try (Connection connection = database.getConnection()) {
            return EventStreams.of(connection, aggregateId, version, limit);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The version of the aggregate's last event; -1 if it has none. */
    public long last(String aggregateId) {
        try (Connection connection = database.getConnection()) {
            return EventStreams.last(connection, aggregateId);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Reads all of the store, in pages of so many events, and gives how many these were. */
    public int read(int page) {
        try (Connection connection = database.getConnection()) {
            int all = 0;
            List<StoredEvent> some = EventLog.readAfter(connection, StorePosition.START, page);
            while (!some.isEmpty()) {
                all += some.size();
                some = EventLog.readAfter(connection, some.getLast().position(), page);
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Has the topic made anew and filled again; returns at once. */
    public void refill() {
        refills().ask("a test");
    }

    /** Whether the topic holds everything that was appended, also after a refill. */
    public boolean isFilled() {
        return refills().state().equals(new Refills.State(appended, false));
    }

    private Refills refills() {
        return new Refills(JdbcClient.create(database), topic);
    }

    @Override
    public void close() {
        relay.close();
        database.close();
    }
}
