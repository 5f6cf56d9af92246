package io.waybill.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.Counted;
import io.waybill.eventing.TestStore;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;

/** However events come into the store, each is chained to its predecessor. */
@RealServers(Server.POSTGRES)
class ChainTest {
    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void events_of_one_append_are_chained_to_each_other() {
        store.append("a", 0, 5);

        assertChained("a", 5);
    }

    @Test
    void a_command_chains_to_the_last_event_that_it_has_read() {
        store.append("a", 0, PostgresEventStorageEngine.PAGE + 1);
        store.transaction.executeWithoutResult(status -> {
            assertThat(store.engine.readEvents("a").asStream()).hasSize(PostgresEventStorageEngine.PAGE + 1);
            store.engine.appendEvents(TestStore.counted("a", PostgresEventStorageEngine.PAGE + 1, 2));
        });

        assertChained("a", PostgresEventStorageEngine.PAGE + 3);
    }

    @Test
    void what_was_not_read_is_looked_up() {
        store.append("a", 0, 3);
        store.append("a", 3, 2);

        assertChained("a", 5);
    }

    @Test
    void what_was_read_before_somebody_else_appended_is_not_used() {
        store.append("a", 0, 1);
        store.transaction.executeWithoutResult(status -> {
            store.engine.readEvents("a").asStream().forEach(event -> {});
            inAnotherThread(() -> store.append("a", 1, 1));
            store.engine.appendEvents(TestStore.counted("a", 2, 1));
        });

        assertChained("a", 3);
    }

    @Test
    void a_snapshot_with_nothing_behind_it_is_chained_to_as_well() {
        store.append("a", 0, 3);
        store.engine.storeSnapshot(new GenericDomainEventMessage<>("Counter", "a", 2, new Counted("a", 2)));
        store.transaction.executeWithoutResult(status -> {
            assertThat(store.engine.readSnapshot("a")).isPresent();
            assertThat(store.engine.readEvents("a", 3).asStream()).isEmpty();
            store.engine.appendEvents(TestStore.counted("a", 3, 1));
        });

        assertChained("a", 4);
    }

    @Test
    void several_aggregates_in_one_transaction_have_a_chain_each() {
        store.append("a", 0, 2);
        store.append("b", 0, 1);
        store.transaction.executeWithoutResult(status -> {
            store.engine.readEvents("a").asStream().forEach(event -> {});
            store.engine.readEvents("b").asStream().forEach(event -> {});
            List<DomainEventMessage<?>> mixed = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                mixed.addAll(TestStore.counted("b", 1L + n, 1));
                mixed.addAll(TestStore.counted("c", n, 1));
                mixed.addAll(TestStore.counted("a", 2L + n, 1));
            }
            store.engine.appendEvents(mixed);
        });

        assertChained("a", 5);
        assertChained("b", 4);
        assertChained("c", 3);
    }

    @Test
    void where_a_predecessor_is_missing_a_chain_begins() {
        store.append("a", 7, 2);

        List<StoredEvent> stream = stream("a");
        assertThat(stream.getFirst().hash().get())
                .isEqualTo(EventHash.of(EventHash.NO_PREDECESSOR, stream.getFirst())
                        .get());
        assertThat(stream.getLast().hash().get())
                .isEqualTo(
                        EventHash.of(stream.getFirst().hash(), stream.getLast()).get());
    }

    @Test
    void the_database_computes_the_same_hashes() {
        store.append("a", 0, 3);

        assertThat(store.jdbc.queryForObject("""
                        select bool_and(hash = event_hash(coalesce(before, decode(repeat('00', 32), 'hex')), aggregate_type,
                                                          aggregate_id, sequence_number, event_id, name, revision,
                                                          recorded_at, payload, metadata))
                          from (select *, lag(hash) over (order by sequence_number) before from event) chained
                        """, Boolean.class)).isTrue();
    }

    @Test
    void events_from_before_there_was_a_chain_get_their_hashes_and_stay_as_they_are() {
        store.jdbc.execute("drop schema public cascade; create schema public");
        flyway("104").migrate();
        store.jdbc.update("""
                insert into event (event_id, aggregate_type, aggregate_id, sequence_number, name, revision,
                                   recorded_at, payload, metadata)
                select gen_random_uuid()::text, 'Counter', 'counter-' || n % 3, n / 3, 'Counted', 1,
                       timestamptz '2026-01-05 10:00:04.25Z' + n * interval '1 s',
                       json_build_object('counter', 'café', 'n', n), '{"actor":"ada", "zoë": "Ω", "Zeta":"\\u00fc"}'
                  from generate_series(0, 29) n
                """);
        String before = rows();

        flyway("latest").migrate();

        assertThat(rows()).isEqualTo(before);
        assertChained("counter-0", 10);
        assertChained("counter-1", 10);
        assertChained("counter-2", 10);
        store.append("counter-1", 10, 1);
        assertChained("counter-1", 11);
    }

    private String rows() {
        return store.jdbc.queryForObject("""
                select string_agg(concat_ws(' ', transaction_id, position, event_id, sequence_number, payload), ' '
                                  order by position)
                  from event
                """, String.class);
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(store.database)
                .locations("classpath:db/eventstore")
                .target(target)
                .load();
    }

    private void assertChained(String aggregateId, int events) {
        Bytes previous = EventHash.NO_PREDECESSOR;
        List<StoredEvent> stream = stream(aggregateId);
        for (StoredEvent event : stream) {
            assertThat(event.hash().get())
                    .as("version " + event.sequenceNumber())
                    .isEqualTo(EventHash.of(previous, event).get());
            previous = event.hash();
        }
        assertThat(stream).hasSize(events);
    }

    private List<StoredEvent> stream(String aggregateId) {
        return store.jdbc.execute((ConnectionCallback<List<StoredEvent>>)
                (Connection connection) -> EventStreams.of(connection, aggregateId, -1, 10_000));
    }

    private static void inAnotherThread(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
