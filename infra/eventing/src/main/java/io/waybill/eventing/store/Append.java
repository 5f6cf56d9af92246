package io.waybill.eventing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * One statement, and so one round trip, for any number of events. Their positions ascend as the events do, because rows
 * are numbered after they are sorted.
 */
record Append(List<WrittenEvent> events) implements PreparedStatementCreator {
    private static final String APPEND = """
            insert into event (event_id, aggregate_type, aggregate_id, sequence_number, name, revision, recorded_at,
                               payload, metadata)
            select event_id, aggregate_type, aggregate_id, sequence_number, name, revision, recorded_at,
                   payload::json, metadata::json
              from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::timestamptz[],
                          ?::text[], ?::text[])
                   with ordinality as e (event_id, aggregate_type, aggregate_id, sequence_number, name, revision,
                                         recorded_at, payload, metadata, ordinal)
             order by ordinal
            """;

    @Override
    public PreparedStatement createPreparedStatement(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(APPEND);
        statement.setArray(1, connection.createArrayOf("text", column(WrittenEvent::eventId)));
        statement.setArray(2, connection.createArrayOf("text", column(WrittenEvent::aggregateType)));
        statement.setArray(3, connection.createArrayOf("text", column(WrittenEvent::aggregateId)));
        statement.setArray(4, connection.createArrayOf("int8", column(WrittenEvent::sequenceNumber)));
        statement.setArray(5, connection.createArrayOf("text", column(WrittenEvent::name)));
        statement.setArray(6, connection.createArrayOf("int4", column(WrittenEvent::revision)));
        statement.setArray(7, connection.createArrayOf("timestamptz", column(WrittenEvent::recordedAt)));
        statement.setArray(8, connection.createArrayOf("text", column(WrittenEvent::payload)));
        statement.setArray(9, connection.createArrayOf("text", column(WrittenEvent::metadata)));
        return statement;
    }

    private Object[] column(Function<WrittenEvent, Object> value) {
        return events.stream().map(value).toArray();
    }
}
