package io.waybill.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.eventing.TestStore;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@RealServers(Server.POSTGRES)
class EventLogTest {
    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_reader_never_passes_a_transaction_that_is_still_in_flight() throws SQLException {
        try (Connection late = store.database.getConnection()) {
            late.setAutoCommit(false);
            PostgresEventStorageEngine lateEngine = new PostgresEventStorageEngine(
                    new JdbcTemplate(new SingleConnectionDataSource(late, true)),
                    TestStore.SERIALIZER,
                    org.axonframework.serialization.upcasting.event.NoOpEventUpcaster.INSTANCE);
            lateEngine.appendEvents(TestStore.counted("late", 0, 1));
            store.append("early", 0, 1);

            assertThat(read()).as("while the first is in flight").isEmpty();
            late.commit();
            assertThat(read()).as("after it committed").containsExactly("late-0", "early-0");
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

    private List<String> read() {
        try (Connection connection = store.database.getConnection()) {
            return EventLog.readAfter(connection, StorePosition.START, 100).stream()
                    .map(event -> event.aggregateId() + "-" + event.sequenceNumber())
                    .toList();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
