package io.waybill.eventing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * One statement, and so one round trip, for all events of an append. PostgreSQL takes the rows of {@code values} in their
 * order, so positions ascend as the events do. (Arrays and {@code unnest} say the same in a text that never changes, and
 * cost more at both ends.)
 *
 * @param events at least one, at most {@link #MOST}
 */
record Append(List<LinkedEvent> events) implements PreparedStatementCreator {
    /** A statement of PostgreSQL's protocol carries 65,535 values at most, and a row has ten. */
    static final int MOST = 6_500;

    private static final String INTO = "insert into event (" + WrittenEvent.COLUMNS + ", hash) values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?)";

    Append {
        if (events.size() > MOST) {
            throw new IllegalArgumentException("an append takes " + MOST + " events at most, not " + events.size());
        }
    }

    @Override
    public PreparedStatement createPreparedStatement(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(INTO + ROW + (", " + ROW).repeat(events.size() - 1));
        int column = 0;
        for (LinkedEvent linked : events) {
            for (Object value : linked.event().columns()) {
                statement.setObject(++column, value);
            }
            statement.setBytes(++column, linked.hash().get());
        }
        return statement;
    }
}
