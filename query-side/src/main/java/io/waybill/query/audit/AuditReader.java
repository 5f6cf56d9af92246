package io.waybill.query.audit;

import io.waybill.json.difference.Change;
import io.waybill.json.difference.Changes;
import io.waybill.json.difference.StateJson;
import io.waybill.query.audit.AuditPage.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the view. */
@Component
final class AuditReader {
    private final JdbcClient jdbc;

    AuditReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean knows(EntityType type, String id) {
        return jdbc.sql("select exists (select from audit where entity_type = ? and entity_id = ?)")
                .params(type.slug(), id)
                .query(Boolean.class)
                .single();
    }

    /** Up to {@code limit} events behind this version, which is -1 for the beginning. */
    List<Entry> after(EntityType type, String id, long version, int limit) {
        return jdbc.sql("""
                        select version, name, revision, recorded_at, actor, command, correlation_id, causation_id,
                               trace_id, position, payload, changes,
                               case when changes is null then state end as state
                          from audit
                         where entity_type = ? and entity_id = ? and version > ?
                         order by version
                         limit ?
                        """)
                .params(type.slug(), id, version, limit)
                .query(AuditReader::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
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
                row.getString("payload"),
                changes(row.getString("changes"), row.getString("state")));
    }

    /** The first event adds all there is. A row that was written before states were kept tells nothing. */
    private static @Nullable List<Change> changes(@Nullable String changes, @Nullable String first) {
        if (changes != null) {
            return StateJson.changes(changes);
        }
        return first == null ? null : Changes.between(StateJson.state("{}"), StateJson.state(first));
    }
}
