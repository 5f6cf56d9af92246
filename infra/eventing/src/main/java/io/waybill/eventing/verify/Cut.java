package io.waybill.eventing.verify;

import io.waybill.eventing.store.StorePosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * How far the comparison goes: up to where the relay has come. Its number and its place in the store move together, so
 * that both sides end with the same event while commands go on.
 */
record Cut(long number, StorePosition position) {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final String BEHIND = "not yet published";

    /**
     * Waits until the relay has come to the event that is the last one now, or stands still.
     *
     * @param patience how long a relay may move nothing
     */
    static Cut await(Connection connection, String topic, Duration patience, Watcher watcher, Differences differences)
            throws SQLException, InterruptedException {
        StorePosition target = newest(connection);
        Cut cut = now(connection, topic);
        long movedAt = System.nanoTime();
        while (cut.position().compareTo(target) < 0) {
            if (System.nanoTime() - movedAt > patience.toNanos()) {
                differences.add(
                        BEHIND,
                        behind(connection, cut),
                        "the relay stands at number " + cut.number() + " and does not move");
                return cut;
            }
            watcher.at("waiting for the relay", cut.number(), 0);
            Thread.sleep(LOOK_AGAIN);
            Cut next = now(connection, topic);
            if (next.number() != cut.number()) {
                movedAt = System.nanoTime();
            }
            cut = next;
        }
        return cut;
    }

    private static Cut now(Connection connection, String topic) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select number, transaction_id, position from relay where topic = ?")) {
            read.setString(1, topic);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? new Cut(row.getLong(1), position(row, 2)) : new Cut(0, StorePosition.START);
            }
        }
    }

    private static StorePosition newest(Connection connection) throws SQLException {
        try (Statement read = connection.createStatement();
                ResultSet row = read.executeQuery("select transaction_id, position from event"
                        + " order by transaction_id desc, position desc limit 1")) {
            return row.next() ? position(row, 1) : StorePosition.START;
        }
    }

    private static long behind(Connection connection, Cut cut) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                "select count(*) from event where (transaction_id, position) > (?::text::xid8, ?)")) {
            count.setString(1, Long.toUnsignedString(cut.position().transaction()));
            count.setLong(2, cut.position().row());
            try (ResultSet row = count.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    static StorePosition position(ResultSet row, int column) throws SQLException {
        return new StorePosition(Long.parseUnsignedLong(row.getString(column)), row.getLong(column + 1));
    }
}
