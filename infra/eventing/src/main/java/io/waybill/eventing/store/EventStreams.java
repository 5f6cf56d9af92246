package io.waybill.eventing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads streams as they are stored, hashes included: for those who check them. Whatever has committed is there. */
public final class EventStreams {
    private static final String OF_ONE = "select " + EventLog.COLUMNS + """
             from event
            where aggregate_id = ? and sequence_number > ?
            order by sequence_number
            limit ?
            """;

    private static final String OF_ALL = "select " + EventLog.COLUMNS + """
             from event
            where (aggregate_id, sequence_number) > (?, ?)
            order by aggregate_id, sequence_number
            limit ?
            """;

    private static final String LAST = "select coalesce(max(sequence_number), -1) from event where aggregate_id = ?";

    private EventStreams() {}

    /** Up to {@code limit} events of the aggregate behind this version, which is -1 for the beginning. */
    public static List<StoredEvent> of(Connection connection, String aggregateId, long version, int limit)
            throws SQLException {
        return read(connection, OF_ONE, aggregateId, version, limit);
    }

    /** Up to {@code limit} events of all aggregates, one aggregate after the other, behind this one's version. */
    public static List<StoredEvent> after(Connection connection, String aggregateId, long version, int limit)
            throws SQLException {
        return read(connection, OF_ALL, aggregateId, version, limit);
    }

    /** The version of the aggregate's last event; -1 if it has none. */
    public static long last(Connection connection, String aggregateId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setString(1, aggregateId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<StoredEvent> read(
            Connection connection, String query, String aggregateId, long version, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, aggregateId);
            statement.setLong(2, version);
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<StoredEvent> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(EventLog.read(rows));
                }
                return events;
            }
        }
    }
}
