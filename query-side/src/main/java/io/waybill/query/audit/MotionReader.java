package io.waybill.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what belongs to one request. */
@Component
final class MotionReader {
    /** More than so many are not counted. */
    static final long MAX_COUNTED = 100_000;

    private final JdbcClient jdbc;

    MotionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first events, in the order of the log. */
    List<Moved> first(String correlationId, int limit) {
        return jdbc.sql("""
                        select entity_type, entity_id, version, name, recorded_at, position, event_id, command,
                               causation_id, command_cause, actor
                          from audit where correlation_id = ? order by position limit ?
                        """)
                .params(correlationId, limit)
                .query(MotionReader::moved)
                .list();
    }

    /** How many there are, {@value #MAX_COUNTED} at most. */
    long count(String correlationId) {
        return jdbc.sql("select count(*) from (select from audit where correlation_id = ? limit ?) counted")
                .params(correlationId, MAX_COUNTED)
                .query(Long.class)
                .single();
    }

    private static Moved moved(ResultSet row, int number) throws SQLException {
        String type = row.getString("entity_type");
        return new Moved(
                type,
                EntityType.shown(type, row.getString("entity_id")),
                row.getLong("version"),
                row.getString("name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("command"),
                row.getString("causation_id"),
                row.getString("command_cause"),
                row.getString("actor"));
    }
}
