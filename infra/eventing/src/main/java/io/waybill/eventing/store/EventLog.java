package io.waybill.eventing.store;

import io.waybill.eventing.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all events in their final order, without ever passing an append that is still in flight.
 *
 * <p>A row carries the id of the transaction that wrote it, and rows are ordered by that id. A reader takes only rows below
 * a horizon under which nothing can appear any more, so there are no gaps to wait for, no time-outs and no clock. The
 * horizon ({@code event_horizon} in the schema) is the oldest append in flight; other transactions, in this database or
 * elsewhere on the server, do not count, however long they write.
 *
 * <p>Why nothing is passed. Let {@code S} be the snapshot of the reading statement and {@code x} a transaction below the
 * horizon that has appended, or will.
 *
 * <ol>
 *   <li>The horizon is not above {@code S}'s end, so {@code x} had its id when {@code S} was taken: it had ended, or is one
 *       of those that {@code S} lists as in flight.
 *   <li>If it had ended, {@code S} sees its rows, or it left none.
 *   <li>If {@code S} lists it, it is below the horizon only because a look at the lock table, later than {@code S}, found
 *       its lock on its own id, and no append's lock of the same process. But an append takes its lock before its
 *       transaction has an id (a trigger takes it, and refuses a transaction with an id), and at its end PostgreSQL
 *       releases no lock before the transaction counts as ended, and the lock on the id first. So the look would have
 *       found both: {@code x} cannot have been an append, and with its id it cannot become one.
 * </ol>
 *
 * <p>That an id is given before its lock is entered does no harm: without an entry, {@code x} counts as an append. The
 * lock table is read in one piece: neither kind of lock is ever a "fast-path" one, which would be gathered separately.
 * What a lock's entry says of its holder is read beside that and may change meanwhile, all but the process. Prepared
 * transactions, which have no process, are not used and would count as appends.
 *
 * <p>Must be read on the primary: a standby knows nothing of these locks. See PostgreSQL's manual, "Transaction ID and
 * Snapshot Information Functions", "Advisory Locks" and "pg_locks".
 */
public final class EventLog {
    static final String COLUMNS = "transaction_id, position, event_id, aggregate_type, aggregate_id, sequence_number,"
            + " name, revision, recorded_at, payload, metadata, hash";

    private static final String NEXT = "select " + COLUMNS + """
             from event
            where (transaction_id, position) > (?::text::xid8, ?)
              and transaction_id < (select event_horizon())
            order by transaction_id, position
            limit ?
            """;

    private static final String HEAD = """
            select transaction_id, position
              from event
             where transaction_id < (select event_horizon())
             order by transaction_id desc, position desc
             limit 1
            """;

    // One row further back than the first that is wanted. There is nothing between: rows of one transaction differ by
    // their position, and positions start at 1.
    private static final String BEFORE = """
            select transaction_id, position - 1
              from event
             where recorded_at >= ? and transaction_id < (select event_horizon())
             order by transaction_id, position
             limit 1
            """;

    private EventLog() {}

    /** The position of the last event that can be read now; {@link StorePosition#START} in an empty log. */
    static StorePosition head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD)) {
            return position(statement, StorePosition.START);
        }
    }

    /** The position before the first event that was recorded at {@code time} or later; the head where there is none. */
    static StorePosition before(Connection connection, Instant time) throws SQLException {
        // First: what is appended after this look at the head is not passed.
        StorePosition head = head(connection);
        try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
            return position(statement, head);
        }
    }

    private static StorePosition position(PreparedStatement query, StorePosition otherwise) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            return rows.next()
                    ? new StorePosition(Long.parseUnsignedLong(rows.getString(1)), rows.getLong(2))
                    : otherwise;
        }
    }

    /** Up to {@code limit} events behind the position, in order; empty when there is none yet. */
    public static List<StoredEvent> readAfter(Connection connection, StorePosition after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, Long.toUnsignedString(after.transaction()));
            statement.setLong(2, after.row());
            statement.setInt(3, limit);
            statement.setFetchSize(limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<StoredEvent> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(read(rows));
                }
                return events;
            }
        }
    }

    /** An event from a row of {@link #COLUMNS}. */
    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                new StorePosition(Long.parseUnsignedLong(row.getString(1)), row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getInt(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10),
                row.getString(11),
                Bytes.of(row.getBytes(12)));
    }
}
