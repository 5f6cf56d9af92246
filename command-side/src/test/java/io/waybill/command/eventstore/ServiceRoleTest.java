package io.waybill.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role that the service works with may do, in the database that the service has migrated. */
@RealServers({Server.POSTGRES, Server.KAFKA})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceRoleTest {
    private final RunningCommandSide commandSide = RunningCommandSide.start();

    @AfterAll
    void close() {
        commandSide.close();
    }

    @Test
    void the_service_works_with_it() {
        commandSide.stocked("MUG", 3);

        assertThat(commandSide.events()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = '{}'",
                "delete from event",
                "truncate event",
                "drop table event",
                "alter table event disable trigger all",
                "insert into event (transaction_id, event_id, aggregate_type, aggregate_id, sequence_number, name,"
                        + " revision, recorded_at, payload, metadata)"
                        + " values ('1', 'e', 'T', 'a', 0, 'N', 1, now(), '{}', '{}')",
                "create or replace function event_horizon() returns xid8 language sql as 'select pg_current_xact_id()'",
                "delete from flyway_schema_history",
                "create table more (id integer)"
            })
    void what_is_stored_is_beyond_its_reach(String statement) {
        assertThatThrownBy(() -> commandSide.database.sql(statement).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshot", "relay", "idempotency_key", "known_product", "stock_source"})
    void what_is_the_services_own_it_may_change(String table) {
        assertThat(commandSide
                        .database
                        .sql("""
                                select has_table_privilege(:table, right_to)
                                  from unnest(array['select', 'insert', 'update', 'delete']) right_to
                                """)
                        .param("table", table)
                        .query(Boolean.class)
                        .list())
                .containsOnly(true);
    }
}
