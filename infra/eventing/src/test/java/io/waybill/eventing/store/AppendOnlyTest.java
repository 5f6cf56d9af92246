package io.waybill.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.eventing.TestStore;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, even to the owner of the schema. */
@RealServers(Server.POSTGRES)
class AppendOnlyTest {
    private final TestStore store = new TestStore();

    @BeforeEach
    void one_event_is_stored() {
        store.append("a", 0, 1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set name = 'Changed'",
                "delete from event",
                "delete from event where false",
                "truncate event"
            })
    void what_is_stored_is_neither_changed_nor_removed(String statement) {
        assertThatThrownBy(() -> store.jdbc.update(statement))
                .rootCause()
                .hasMessageContaining("events are only ever appended");
        assertThat(store.engine.lastSequenceNumberFor("a")).contains(0L);
    }

    @Test
    void an_append_is_the_first_write_of_its_transaction() {
        store.jdbc.execute("create table other (n integer)");

        assertThatThrownBy(() -> store.transaction.executeWithoutResult(status -> {
                    store.jdbc.update("insert into other values (1)");
                    store.engine.appendEvents(TestStore.counted("a", 1, 1));
                }))
                .rootCause()
                .hasMessageContaining("must be the first write of its transaction");
        assertThat(store.engine.lastSequenceNumberFor("a")).contains(0L);
    }

    @Test
    void an_append_is_the_only_one_of_its_transaction() {
        assertThatThrownBy(() -> store.transaction.executeWithoutResult(status -> {
                    store.engine.appendEvents(TestStore.counted("b", 0, 1));
                    store.engine.appendEvents(TestStore.counted("a", 1, 1));
                }))
                .rootCause()
                .hasMessageContaining("its only append");
    }

    @Test
    void whatever_is_written_after_the_append_belongs_to_its_transaction() {
        store.jdbc.execute("create table other (n integer)");

        store.transaction.executeWithoutResult(status -> {
            store.engine.appendEvents(TestStore.counted("a", 1, 1));
            store.jdbc.update("insert into other values (1)");
        });
        assertThat(store.engine.lastSequenceNumberFor("a")).contains(1L);
    }
}
