package io.waybill.query.audit;

import io.waybill.query.audit.AuditQuery.Statement;
import io.waybill.query.audit.SearchPage.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches the view. */
@Component
final class AuditSearch {
    /** What PostgreSQL says of words of which none narrows anything. */
    private static final Set<String> NOTHING_TO_LOOK_FOR = Set.of("", "T");

    private final JdbcClient jdbc;

    AuditSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found> find(AuditQuery query, int limit) {
        Statement statement = query.statement(limit);
        return jdbc.sql(statement.sql())
                .params(statement.parameters())
                .query(AuditSearch::found)
                .list();
    }

    /** Whether there is a word in it that an index can find; one that must not be there is none. */
    boolean canLookFor(String words) {
        return !NOTHING_TO_LOOK_FOR.contains(jdbc.sql("select querytree(websearch_to_tsquery('simple', ?))")
                .param(words)
                .query(String.class)
                .single());
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        String type = row.getString("entity_type");
        return new Found(
                type,
                EntityType.shown(type, row.getString("entity_id")),
                row.getLong("version"),
                row.getString("name"),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("command"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("trace_id"),
                row.getLong("position"),
                row.getString("payload"));
    }
}
