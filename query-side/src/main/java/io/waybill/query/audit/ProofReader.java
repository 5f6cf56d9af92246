package io.waybill.query.audit;

import io.waybill.query.audit.ProofPage.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the view has kept of each event as it was recorded. */
@Component
final class ProofReader {
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();
    private static final String NO_PREDECESSOR = "0".repeat(64);
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ProofReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Up to {@code limit} events behind this version, which is -1 for the beginning.
     *
     * @throws NotChained if one of them was kept before there were hashes
     */
    List<Link> after(EntityType type, String id, long version, int limit) {
        return jdbc.sql("""
                        select version, aggregate_type, entity_id, event_id, name, coalesce(stored_revision, revision),
                               recorded_at, coalesce(stored_payload, payload), metadata,
                               (select encode(before.hash, 'hex') from audit before
                                 where before.entity_type = audit.entity_type and before.entity_id = audit.entity_id
                                   and before.version = audit.version - 1) as previous,
                               encode(hash, 'hex') as hash
                          from audit
                         where entity_type = ? and entity_id = ? and version > ?
                         order by version
                         limit ?
                        """)
                .params(type.slug(), id, version, limit)
                .query(ProofReader::link)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        long version = row.getLong(1);
        String hash = row.getString("hash");
        if (hash == null) {
            throw new NotChained(version);
        }
        String previous = row.getString("previous");
        return new Link(
                version,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                MICROSECONDS.format(row.getObject(7, OffsetDateTime.class).toInstant()),
                row.getString(8),
                JSON.readValue(row.getString(9), TEXTS),
                previous == null ? NO_PREDECESSOR : previous,
                hash);
    }
}
