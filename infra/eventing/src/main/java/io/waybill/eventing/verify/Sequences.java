package io.waybill.eventing.verify;

import io.waybill.eventing.store.StorePosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Walks through every aggregate's events, page by page along the unique index: each has to follow its predecessor by
 * number, and by place in the log. What is appended meanwhile lies behind the cut and is passed over.
 */
final class Sequences {
    private static final int PAGE = 5_000;
    private static final String NEXT = """
            select transaction_id, position, aggregate_type, aggregate_id, sequence_number
              from event
             where (aggregate_id, sequence_number) > (?, ?)
             order by aggregate_id, sequence_number
             limit ?
            """;

    private final Connection connection;
    private final Cut cut;
    private final Differences differences;
    private String aggregate = "";
    private long version = -1;
    private StorePosition place = StorePosition.START;
    private long aggregates;

    Sequences(Connection connection, Cut cut, Differences differences) {
        this.connection = connection;
        this.cut = cut;
        this.differences = differences;
    }

    /** @return how many aggregates there are */
    long check(Watcher watcher) throws SQLException {
        long done = 0;
        int read = PAGE;
        while (read == PAGE) {
            read = page();
            done += read;
            watcher.at("sequences", Math.min(done, cut.number()), cut.number());
        }
        return aggregates;
    }

    private int page() throws SQLException {
        int read = 0;
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setString(1, aggregate);
            next.setLong(2, version);
            next.setInt(3, PAGE);
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    read++;
                    look(row.getString(3), row.getString(4), row.getLong(5), Cut.position(row, 1));
                }
            }
        }
        return read;
    }

    private void look(String type, String id, long sequence, StorePosition at) {
        boolean first = !id.equals(aggregate);
        long expected = first ? 0 : version + 1;
        if (at.compareTo(cut.position()) <= 0) {
            aggregates += first ? 1 : 0;
            if (sequence > expected) {
                differences.add(
                        "missing in the store",
                        sequence - expected,
                        type + " " + id + " has version " + sequence + " and not version " + expected);
            }
            if (!first && at.compareTo(place) < 0) {
                differences.add(
                        "stored in the wrong order",
                        type + " " + id + ", version " + sequence + " stands before version " + version);
            }
        }
        aggregate = id;
        version = sequence;
        place = at;
    }
}
