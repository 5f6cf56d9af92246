package io.waybill.projection.verification;

import io.waybill.projection.view.OwnConnection;
import io.waybill.projection.view.Shadow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A connection of its own for the temporary tables of one check. It never comes from the pool nor goes back there: a
 * temporary table hides the view of the same name from whoever has the connection next.
 *
 * <p>Its transactions are short, because the event store's readers wait for the oldest one on the server.
 */
public final class Scratch implements Shadow.Rows, AutoCloseable {
    private static final int BATCH = 2_000;

    private final DataSource database;
    private final Connection connection;
    private final JdbcClient jdbc;
    private final PreparedStatement insert;
    private int waiting;

    private Scratch(DataSource database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        connection.setAutoCommit(false);
        jdbc.sql("create temporary table view_row (key text not null, hash bigint not null)")
                .update();
        connection.commit();
        this.insert = connection.prepareStatement("insert into view_row values (?, ?)");
    }

    /** @param database the service's own, whose settings the connection takes over */
    public static Scratch open(DataSource database) {
        try {
            return new Scratch(database, OwnConnection.open(database));
        } catch (SQLException failed) {
            throw failed("make room for a copy", failed);
        }
    }

    /** Takes note of a row that the view holds. */
    @Override
    public void add(String key, long hash) {
        try {
            insert.setString(1, key);
            insert.setLong(2, hash);
            insert.addBatch();
            if (++waiting == BATCH) {
                flush();
            }
        } catch (SQLException failed) {
            throw failed("take note of a row", failed);
        }
    }

    /** To be called after the last row. */
    void flush() {
        try {
            insert.executeBatch();
            waiting = 0;
            connection.commit();
        } catch (SQLException failed) {
            throw failed("take note of rows", failed);
        }
    }

    /**
     * Lets everything that this thread does with the service's database go through this connection, in one transaction.
     *
     * @throws RuntimeException what the work threw; then nothing of it stays
     */
    public <T> T inTransaction(Supplier<T> work) {
        TransactionSynchronizationManager.bindResource(database, new ConnectionHolder(connection));
        try {
            T result = work.get();
            connection.commit();
            return result;
        } catch (SQLException failed) {
            throw failed("commit", failed);
        } finally {
            TransactionSynchronizationManager.unbindResource(database);
            rollBack();
        }
    }

    /** The tables here, whatever the thread's connection is. */
    JdbcClient jdbc() {
        return jdbc;
    }

    /** @throws IllegalStateException if the connection is gone, so that nothing that failed on it means anything */
    void failIfGone() {
        try {
            if (!connection.isValid(1)) {
                throw new IllegalStateException("the connection to the views' database is gone");
            }
        } catch (SQLException failed) {
            throw failed("look at the connection", failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Then its temporary tables are gone as well, which is all that matters here.
        }
    }

    // After a commit there is nothing to roll back.
    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // The next statement says so.
        }
    }

    private static IllegalStateException failed(String what, SQLException cause) {
        return new IllegalStateException("the views' database did not " + what + ": " + cause.getMessage(), cause);
    }
}
