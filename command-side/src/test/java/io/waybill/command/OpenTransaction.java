package io.waybill.command;

import io.waybill.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that somebody left open. Closing it undoes it. */
public record OpenTransaction(Connection connection) implements AutoCloseable {
    static OpenTransaction of(TestDatabase database, String statement) {
        try {
            Connection connection =
                    DriverManager.getConnection(database.url(), database.username(), database.password());
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                sql.execute(statement);
            }
            return new OpenTransaction(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
