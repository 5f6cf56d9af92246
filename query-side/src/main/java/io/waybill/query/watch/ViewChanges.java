package io.waybill.query.watch;

import io.waybill.query.admission.Admission;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells who waits for an entity that the views have changed in it. The views' writers send a notice with each transaction;
 * one connection of this service listens, for all who wait, so that waiting costs nothing but memory.
 *
 * <p>A notice can be lost with the connection, and says nothing about what was changed: whoever is told looks for himself.
 */
@Component
public final class ViewChanges implements SmartLifecycle {
    /** How often those who wait look for themselves while nobody can tell them. */
    static final Duration UNTOLD = Duration.ofMillis(250);

    private static final String LISTEN = "listen waybill_view";
    private static final String ANYTHING = "*";

    /** One look at the socket: how long ending may take, and far below the connection's own time-out. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(ViewChanges.class);

    private final DataSource database;
    private final Admission admission;
    private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile boolean listening;
    private @Nullable Thread listener;

    ViewChanges(DataSource database, Admission admission) {
        this.database = database;
        this.admission = admission;
    }

    /** Begins to watch an entity: what is written from now on is told. */
    public Watch watch(Object id) {
        String key = id.toString();
        Watch watch = new Watch(
                this,
                admission,
                ended -> watches.computeIfPresent(key, (same, all) -> {
                    all.remove(ended);
                    return all.isEmpty() ? null : all;
                }));
        watches.compute(key, (same, all) -> {
            Set<Watch> with = all == null ? ConcurrentHashMap.newKeySet() : all;
            with.add(watch);
            return with;
        });
        return watch;
    }

    boolean isListening() {
        return listening;
    }

    /** How many watches there are now. */
    public int watching() {
        return watches.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public synchronized void start() {
        running = true;
        listener = Thread.ofVirtual().name("view-changes").start(this::listen);
    }

    /** Before the web server waits for its last requests, so that those who wait here are among those who end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public synchronized void stop() {
        running = false;
        tellAll();
        if (listener != null) {
            listener.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (Connection connection = OwnConnection.of(database)) {
                hear(connection);
            } catch (SQLException away) {
                if (listening) {
                    log.info("The views' changes cannot be listened to: {}", away.getMessage());
                }
                listening = false;
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LISTEN);
        }
        PGConnection notices = connection.unwrap(PGConnection.class);
        listening = true;
        // What was written while nobody listened.
        tellAll();
        while (running) {
            for (PGNotification notice : notices.getNotifications(Math.toIntExact(LOOK.toMillis()))) {
                tell(notice.getParameter());
            }
        }
    }

    private void tell(String notice) {
        if (notice.equals(ANYTHING)) {
            tellAll();
        } else {
            notice.lines().forEach(id -> watches.getOrDefault(id, Set.of()).forEach(Watch::tell));
        }
    }

    private void tellAll() {
        watches.values().forEach(all -> all.forEach(Watch::tell));
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_NEXT_TRY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
