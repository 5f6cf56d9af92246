package io.waybill.query.audit;

import io.waybill.json.difference.Change;
import io.waybill.json.difference.Changes;
import io.waybill.json.difference.StateJson;
import io.waybill.query.audit.AuditPage.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the view. */
@Component
public final class AuditReader {
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

    /**
     * A part of an order's history.
     *
     * @param after the version behind which it begins; -1 for the beginning
     * @param limit how many events at most
     */
    public record Stretch(String orderId, long after, int limit) {}

    /** The events of each stretch, in one statement. */
    public Map<Stretch, List<Entry>> ofOrders(List<Stretch> stretches) {
        Map<Stretch, List<Entry>> found = new HashMap<>();
        stretches.forEach(stretch -> found.put(stretch, new ArrayList<>()));
        jdbc.sql("""
                        select wanted.number, event.*
                          from unnest(?::text[], ?::bigint[], ?::int[])
                               with ordinality as wanted (entity_id, seen, most, number)
                         cross join lateral (
                               select version, name, revision, recorded_at, actor, command, correlation_id,
                                      causation_id, trace_id, position, payload, changes,
                                      case when changes is null then state end as state
                                 from audit
                                where entity_type = ? and audit.entity_id = wanted.entity_id and version > wanted.seen
                                order by version
                                limit wanted.most) as event
                         order by wanted.number, event.version
                        """)
                .param(stretches.stream().map(Stretch::orderId).toArray(String[]::new))
                .param(stretches.stream().map(Stretch::after).toArray(Long[]::new))
                .param(stretches.stream().map(Stretch::limit).toArray(Integer[]::new))
                .param(EntityType.ORDER.slug())
                .query(row -> {
                    Stretch stretch = stretches.get(row.getInt("number") - 1);
                    found.computeIfAbsent(stretch, same -> new ArrayList<>()).add(entry(row, row.getRow()));
                });
        return found;
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
