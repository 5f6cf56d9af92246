package io.waybill.eventing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all events in their final order, without ever passing a transaction that is still in flight.
 *
 * <p>A row carries the id of the transaction that wrote it. A reader takes only rows of transactions older than every one
 * still running ({@code pg_snapshot_xmin}), ordered by transaction: whatever commits later has a later id and comes
 * after, so there are no gaps to wait for, no time-outs and no clock. See PostgreSQL's manual, "Transaction ID and
 * Snapshot Information Functions". The price: a long writing transaction anywhere on the server holds readers back.
 */
public final class EventLog {
    static final String COLUMNS = "transaction_id, position, event_id, aggregate_type, aggregate_id, sequence_number,"
            + " name, revision, recorded_at, payload, metadata";

    private static final String NEXT = "select " + COLUMNS + """
             from event
            where (transaction_id, position) > (?::text::xid8, ?)
              and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            order by transaction_id, position
            limit ?
            """;

    private EventLog() {}

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
                row.getString(11));
    }
}
