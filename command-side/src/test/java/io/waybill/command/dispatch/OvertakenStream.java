package io.waybill.command.dispatch;

import io.waybill.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** As long as it is open, another change of the aggregate comes first whenever one is appended. */
final class OvertakenStream implements AutoCloseable {
    private final Connection owner;

    OvertakenStream(TestDatabase store, String aggregateId) {
        try {
            owner = DriverManager.getConnection(store.url(), store.username(), store.password());
            // A sequence keeps counting when its transaction is rolled back.
            execute("create sequence overtaken_appends");
            execute("""
                    create function overtake() returns trigger language plpgsql security definer as $$
                    begin
                      perform nextval('overtaken_appends');
                      raise exception 'overtaken' using errcode = 'unique_violation';
                    end $$
                    """);
            execute("create trigger overtake before insert on event for each row when (new.aggregate_id = '"
                    + aggregateId + "') execute function overtake()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often it was tried. */
    long appends() {
        try (Statement sql = owner.createStatement();
                ResultSet row = sql.executeQuery("select last_value from overtaken_appends")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }

    @Override
    public void close() {
        try (owner) {
            execute("drop trigger overtake on event");
            execute("drop function overtake()");
            execute("drop sequence overtaken_appends");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
