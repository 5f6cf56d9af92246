package io.waybill.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@RealServers(Server.POSTGRES)
final class TestPostgresTest {
    private final TestPostgres postgres = TestServers.postgres();
    private final TestDatabase database = postgres.newDatabase();

    @Test
    void a_new_database_is_empty_and_belongs_to_its_role() throws SQLException {
        execute(database, "create table note (body text)");
        assertThat(ask(database, "select count(*) from note")).isEqualTo("0");
        assertThat(ask(database, "select tableowner from pg_tables where tablename = 'note'"))
                .isEqualTo(database.username());
    }

    @Test
    void a_role_cannot_enter_another_roles_database() {
        TestDatabase other = postgres.newDatabase();
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), other.username(), other.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.username(), "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void a_reader_sees_tables_of_later_and_changes_nothing() throws SQLException {
        TestDatabase reader = postgres.newReader(database);
        execute(database, "create table note (body text)");
        execute(database, "insert into note values ('seen')");
        assertThat(ask(reader, "select body from note")).isEqualTo("seen");
        assertThatThrownBy(() -> execute(reader, "delete from note")).hasMessageContaining("permission denied");
    }

    @Test
    void what_it_acknowledges_is_on_the_disk() throws SQLException {
        assertThat(ask(database, "show fsync")).isEqualTo("on");
        assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void a_crash_loses_nothing_and_it_comes_back_at_its_address() throws SQLException {
        execute(database, "create table note (body text)");
        execute(database, "insert into note values ('kept')");
        postgres.kill();
        assertThatThrownBy(() -> ask(database, "select 1")).isInstanceOf(SQLException.class);
        postgres.start();
        assertThat(ask(database, "select body from note")).isEqualTo("kept");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
