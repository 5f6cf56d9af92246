package io.waybill.query.audit;

import io.waybill.json.difference.Changes;
import io.waybill.json.difference.StateJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads states of the past: the nearest whole one, and what changed between it and the version that is wanted. */
@Component
final class StateReader {
    private final JdbcClient jdbc;

    StateReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The state as of the last event up to this version; empty before the first. */
    Optional<StateThen> upTo(EntityKey entity, long version) {
        return jdbc.sql("""
                        select version, name, recorded_at, event_id, actor, command, correlation_id, position, state,
                               changes
                          from audit
                         where entity_type = :type and entity_id = :id and version <= :version
                           and version >= (select w.version from audit w
                                            where w.entity_type = :type and w.entity_id = :id
                                              and w.version <= :version and w.state is not null
                                            order by w.version desc limit 1)
                         order by version
                        """)
                .param("type", entity.type().slug())
                .param("id", entity.id())
                .param("version", version)
                .query(rows -> {
                    StateThen then = null;
                    while (rows.next()) {
                        then = then(entity, rows, state(then, rows));
                    }
                    return Optional.ofNullable(then);
                });
    }

    /** The version of the last event by then; empty before the first. */
    Optional<Long> versionAt(EntityKey entity, Instant at) {
        return jdbc.sql("""
                        select version from audit where entity_type = ? and entity_id = ? and recorded_at <= ?
                         order by recorded_at desc, version desc limit 1
                        """)
                .params(entity.type().slug(), entity.id(), at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** The version of the last event; empty where nothing has happened yet. */
    Optional<Long> lastVersion(EntityKey entity) {
        return jdbc.sql("""
                        select version from audit where entity_type = ? and entity_id = ? order by version desc limit 1
                        """)
                .params(entity.type().slug(), entity.id())
                .query(Long.class)
                .optional();
    }

    private static ObjectNode state(@Nullable StateThen before, ResultSet row) throws SQLException {
        String whole = row.getString("state");
        return before == null || whole != null
                ? StateJson.state(whole)
                : Changes.after(before.state(), StateJson.changes(row.getString("changes")));
    }

    private static StateThen then(EntityKey entity, ResultSet row, ObjectNode state) throws SQLException {
        return new StateThen(
                entity.type().slug(),
                entity.shownId(),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getString("event_id"),
                row.getString("actor"),
                row.getString("command"),
                row.getString("correlation_id"),
                row.getLong("position"),
                state);
    }
}
