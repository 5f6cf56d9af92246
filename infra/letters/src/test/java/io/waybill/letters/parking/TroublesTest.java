package io.waybill.letters.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.eventing.personal.KeysUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

class TroublesTest {
    private final Troubles troubles = new Troubles(List.of(UnsupportedOperationException.class::isInstance));

    @Test
    void keys_of_personal_data_that_nobody_tells_now_are_waited_for() {
        assertThat(troubles.pass(new SerializationException("unreadable", new KeysUnavailableException("away", null))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "28P01", "3D000", "40001", "40P01", "53100", "53300", "55P03", "57014", "57P01", "58030",
                "25006", "25P03", "42501"
            })
    void what_the_database_will_get_over_is_trouble(String state) {
        assertThat(troubles.pass(sql(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22P02", "23502", "23505", "23514", "25P02", "42601", "42P01", "XX000"})
    void what_the_database_will_refuse_again_is_the_events_fault(String state) {
        assertThat(troubles.pass(sql(state))).isFalse();
    }

    @Test
    void what_is_away_is_trouble_however_deep_it_is_wrapped() {
        assertThat(troubles.pass(new UncheckedIOException(new ConnectException("refused"))))
                .isTrue();
        assertThat(troubles.pass(new IllegalStateException(new IllegalStateException(new IOException("reset")))))
                .isTrue();
        assertThat(troubles.pass(new IllegalStateException(new TimeoutException())))
                .isTrue();
        assertThat(troubles.pass(new CannotGetJdbcConnectionException("no", new SQLTransientConnectionException())))
                .isTrue();
        assertThat(troubles.pass(new QueryTimeoutException("slow"))).isTrue();
        assertThat(troubles.pass(new OutOfMemoryError())).isTrue();
    }

    @Test
    void a_service_adds_its_own() {
        assertThat(troubles.pass(new IllegalStateException(new UnsupportedOperationException())))
                .isTrue();
    }

    @Test
    void everything_else_is_the_events_fault() {
        assertThat(troubles.pass(new NullPointerException())).isFalse();
        assertThat(troubles.pass(new StackOverflowError())).isFalse();
        assertThat(troubles.pass(new SerializationException("broken"))).isFalse();
        assertThat(troubles.pass(new DataIntegrityViolationException("check", new SQLException("check", "23514"))))
                .isFalse();
        assertThat(troubles.pass(new SQLException("of unknown state"))).isFalse();
    }

    @Test
    void an_exception_that_causes_itself_by_a_detour_ends_the_search() {
        Exception one = new Exception();
        one.initCause(new Exception(one));

        assertThat(troubles.pass(one)).isFalse();
    }

    private static Exception sql(String state) {
        return new UncategorizedSQLException(
                "writing",
                null,
                new BatchUpdateException("batch", "of it", 0, new int[0], new SQLException("no", state)));
    }
}
