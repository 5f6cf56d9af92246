package io.waybill.saga.fulfilment;

import io.waybill.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Watches how long the machine keeps a thread waiting that has nothing to do but one small commit, time and again. */
final class Standstill implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Writes to the log, which is flushed, and nothing else. */
    private static final String COMMIT = "select pg_logical_emit_message(true, 'standstill', '')";

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong longest = new AtomicLong();
    private final Connection connection;
    private final ScheduledFuture<?> looking;
    private long last;

    /** On a connection of its own, which it waits for nobody to give back. */
    Standstill(TestDatabase database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.username(), database.password());
        last = System.nanoTime();
        looking = thread.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try (Statement statement = connection.createStatement()) {
            statement.execute(COMMIT);
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
        long now = System.nanoTime();
        longest.accumulateAndGet(now - last - PAUSE.toNanos(), Math::max);
        last = now;
    }

    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    @Override
    public void close() throws SQLException {
        looking.cancel(false);
        thread.shutdownNow();
        connection.close();
    }
}
