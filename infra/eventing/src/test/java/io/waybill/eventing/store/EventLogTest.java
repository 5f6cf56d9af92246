package io.waybill.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.eventing.TestStore;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@RealServers(Server.POSTGRES)
class EventLogTest {
    private static final int THOUSANDS = 2_000;

    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_append_held_open_is_never_passed_while_thousands_commit() throws SQLException {
        try (Connection late = store.database.getConnection()) {
            late.setAutoCommit(false);
            engineOn(late).appendEvents(TestStore.counted("late", 0, 1));
            for (int n = 0; n < THOUSANDS; n++) {
                store.append("early", n, 1);
                if (n % 100 == 0) {
                    assertThat(read()).as("while the first is in flight").isEmpty();
                }
            }
            assertThat(read()).as("while the first is in flight").isEmpty();
            late.commit();
        }
        assertThat(read())
                .hasSize(THOUSANDS + 1)
                .startsWith("late-0", "early-0")
                .endsWith("early-" + (THOUSANDS - 1));
    }

    @Test
    void who_writes_for_long_elsewhere_holds_no_reader_back() throws SQLException {
        store.jdbc.execute("create table elsewhere (n integer)");
        try (TestStore otherStore = new TestStore();
                Connection here = store.database.getConnection();
                Connection there = otherStore.database.getConnection()) {
            here.setAutoCommit(false);
            there.setAutoCommit(false);
            here.createStatement().execute("insert into elsewhere values (1)");
            engineOn(there).appendEvents(TestStore.counted("theirs", 0, 1));
            store.append("ours", 0, 1);

            assertThat(read()).containsExactly("ours-0");
            assertThat(store.jdbc.queryForObject(
                            "select pg_snapshot_xmin(pg_current_snapshot()) < max(transaction_id) from event",
                            Boolean.class))
                    .as("older transactions are in flight")
                    .isTrue();
        }
    }

    @Test
    void a_transaction_does_not_read_its_own_append_before_it_commits() {
        store.transaction.executeWithoutResult(status -> {
            store.engine.appendEvents(TestStore.counted("own", 0, 1));
            assertThat(store.engine.readEvents(null, false)).isEmpty();
        });
        assertThat(read()).containsExactly("own-0");
    }

    @Test
    void an_old_snapshot_reads_less_and_never_wrongly() throws SQLException {
        try (Connection old = store.database.getConnection()) {
            old.setAutoCommit(false);
            old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Connection late = store.database.getConnection()) {
                late.setAutoCommit(false);
                engineOn(late).appendEvents(TestStore.counted("late", 0, 1));
                store.append("early", 0, 1);
                assertThat(EventLog.readAfter(old, StorePosition.START, 10)).isEmpty();
                late.commit();
            }
            assertThat(EventLog.readAfter(old, StorePosition.START, 10)).isEmpty();
            old.rollback();
            assertThat(EventLog.readAfter(old, StorePosition.START, 10)).hasSize(2);
            old.rollback();
            old.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void an_append_undone_to_a_savepoint_is_not_waited_for() throws SQLException {
        try (Connection undone = store.database.getConnection()) {
            undone.setAutoCommit(false);
            Savepoint before = undone.setSavepoint();
            engineOn(undone).appendEvents(TestStore.counted("undone", 0, 1));
            store.append("kept", 0, 1);
            assertThat(read()).isEmpty();
            undone.rollback(before);

            assertThat(read()).containsExactly("kept-0");
            assertThatThrownBy(() -> engineOn(undone).appendEvents(TestStore.counted("undone", 0, 1)))
                    .hasMessageContaining("must be the first write");
            undone.rollback();
        }
    }

    @Test
    void a_transaction_that_is_rolled_back_leaves_no_gap_to_wait_for() {
        store.transaction.executeWithoutResult(status -> {
            store.engine.appendEvents(TestStore.counted("undone", 0, 3));
            status.setRollbackOnly();
        });
        store.append("kept", 0, 2);

        assertThat(read()).containsExactly("kept-0", "kept-1");
    }

    @Test
    void pages_follow_one_another_without_loss_or_repeat() throws SQLException {
        store.append("a", 0, 7);
        store.append("b", 0, 5);

        try (Connection connection = store.database.getConnection()) {
            List<StoredEvent> first = EventLog.readAfter(connection, StorePosition.START, 4);
            List<StoredEvent> rest =
                    EventLog.readAfter(connection, first.getLast().position(), 100);
            assertThat(first).hasSize(4);
            assertThat(rest).hasSize(8);
            assertThat(rest)
                    .extracting(StoredEvent::position)
                    .isSorted()
                    .doesNotContain(first.getLast().position());
        }
    }

    private static PostgresEventStorageEngine engineOn(Connection connection) {
        return new PostgresEventStorageEngine(
                new JdbcTemplate(new SingleConnectionDataSource(connection, true)),
                TestStore.SERIALIZER,
                NoOpEventUpcaster.INSTANCE);
    }

    private List<String> read() {
        try (Connection connection = store.database.getConnection()) {
            return EventLog.readAfter(connection, StorePosition.START, THOUSANDS * 2).stream()
                    .map(event -> event.aggregateId() + "-" + event.sequenceNumber())
                    .toList();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
