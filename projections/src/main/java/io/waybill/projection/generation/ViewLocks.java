package io.waybill.projection.generation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time take care of a view: an advisory lock of PostgreSQL, on a connection of its own, which ends with
 * the node. Whoever loses it unawares does no harm, because every step is guarded by the state that it starts from.
 */
@Component
public final class ViewLocks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final String KEY = "hashtext('waybill.generation'), hashtext(?)";

    private final DataSource database;

    ViewLocks(DataSource database) {
        this.database = database;
    }

    /** The lock, as soon as nobody has it; empty if somebody has it for long. */
    public Optional<Held> take(String view) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<Held> lock = tryTake(view);
        while (lock.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            lock = tryTake(view);
        }
        return lock;
    }

    /** The lock, unless somebody has it. */
    public Optional<Held> tryTake(String view) {
        Connection connection = connect();
        try {
            Boolean taken =
                    jdbc(connection).queryForObject("select pg_try_advisory_lock(" + KEY + ")", Boolean.class, view);
            if (Boolean.TRUE.equals(taken)) {
                return Optional.of(new Held(connection, view));
            }
        } catch (RuntimeException failed) {
            close(connection);
            throw failed;
        }
        close(connection);
        return Optional.empty();
    }

    private Connection connect() {
        try {
            return database.getConnection();
        } catch (SQLException away) {
            throw new IllegalStateException("the views' database is away: " + away.getMessage(), away);
        }
    }

    private static JdbcTemplate jdbc(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Then its locks are gone as well.
        }
    }

    /** To be closed when the work is done. */
    public static final class Held implements AutoCloseable {
        private final Connection connection;
        private final String view;

        Held(Connection connection, String view) {
            this.connection = connection;
            this.view = view;
        }

        @Override
        public void close() {
            try {
                jdbc(connection).query("select pg_advisory_unlock(" + KEY + ")", row -> {}, view);
            } finally {
                ViewLocks.close(connection);
            }
        }
    }
}
