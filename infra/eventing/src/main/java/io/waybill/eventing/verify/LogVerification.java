package io.waybill.eventing.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Compares the event store with the topic while both go on: every event up to where the relay is, its aggregate's sequence,
 * its number and all of its contents. Pages, cursors and buffers are bounded; no transaction lasts longer than a page.
 */
public final class LogVerification {
    private final DataSource database;
    private final String bootstrapServers;
    private final String topic;
    private final Duration patience;

    /**
     * @param database the event store's
     * @param patience how long a relay that is behind may move nothing, before that is a fault
     */
    public LogVerification(DataSource database, String bootstrapServers, String topic, Duration patience) {
        this.database = database;
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.patience = patience;
    }

    /**
     * What was found.
     *
     * @param upTo the number of the last event that was compared
     */
    public record Result(long upTo, Check store, Check topic) {}

    /**
     * Takes as long as reading both sides takes.
     *
     * @throws IllegalStateException if a side cannot be read to its end
     * @throws InterruptedException if it is no longer wanted
     */
    public Result run(Watcher watcher) throws InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            return run(connection, watcher);
        } catch (SQLException away) {
            throw new IllegalStateException("the event store cannot be read: " + away.getMessage(), away);
        }
    }

    private Result run(Connection connection, Watcher watcher) throws SQLException, InterruptedException {
        Differences ofStore = new Differences();
        Differences ofTopic = new Differences();
        long begun = System.nanoTime();
        Cut cut = Cut.await(connection, topic, patience, watcher, ofTopic);
        long aggregates = new Sequences(connection, cut, ofStore).check(watcher);
        StoreSide store = new StoreSide(connection, topic, cut);
        long half = System.nanoTime();
        try (TopicSide side = new TopicSide(bootstrapServers, topic, cut, ofTopic)) {
            new InStep(store, side, cut, ofStore, ofTopic).compare(watcher);
            Published published = side.published();
            return new Result(
                    cut.number(),
                    new Check(
                            "store",
                            store.count(),
                            store.checksum().toString(),
                            List.of(words(aggregates, "aggregates")),
                            ofStore.list(),
                            millis(begun, half)),
                    new Check(
                            "topic",
                            published.count(),
                            published.checksum().toString(),
                            published.repeats() == 0
                                    ? List.of()
                                    : List.of(words(published.repeats(), "delivered again")),
                            ofTopic.list(),
                            millis(half, System.nanoTime())));
        }
    }

    private static String words(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s", count, what);
    }

    private static long millis(long from, long to) {
        return TimeUnit.NANOSECONDS.toMillis(to - from);
    }
}
