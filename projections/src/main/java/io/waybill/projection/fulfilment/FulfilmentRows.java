package io.waybill.projection.fulfilment;

import io.waybill.projection.batch.Statements;
import io.waybill.projection.batch.ViewJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table's rows, read by key and written whole. */
@Component
final class FulfilmentRows {
    private static final String FIND = """
            select f.order_id, f.kind, f.id, f.version, f.state
              from unnest(?::uuid[], ?::text[], ?::text[]) key (order_id, kind, id)
              join fulfilment f on f.order_id = key.order_id and f.kind = key.kind and f.id = key.id
            """;
    private static final String WRITE = """
            insert into fulfilment as part (order_id, kind, id, state, version) values (?, ?, ?, ?::jsonb, ?)
            on conflict (order_id, kind, id) do update set state = excluded.state, version = excluded.version
             where part.version < excluded.version
            """;

    private final JdbcTemplate jdbc;
    private final Statements write;

    FulfilmentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.write = new Statements(jdbc, WRITE);
    }

    /** Those that are there. */
    Map<PartKey, Row> find(Collection<PartKey> keys) {
        Map<PartKey, Row> found = new HashMap<>();
        jdbc.query(
                FIND,
                row -> {
                    Part.Kind kind = kind(row.getString("kind"));
                    PartKey key = new PartKey(row.getObject("order_id", UUID.class), kind, row.getString("id"));
                    found.put(key, new Row(ViewJson.read(row.getString("state"), kind.type()), row.getLong("version")));
                },
                column(keys, key -> key.orderId().toString()),
                column(keys, key -> key.kind().slug()),
                column(keys, PartKey::id));
        return found;
    }

    /** Tells those who wait for one of these parts, or for its order. */
    void write(Map<PartKey, Row> rows) {
        List<@Nullable Object[]> values = new ArrayList<>();
        Set<String> changed = new LinkedHashSet<>();
        rows.forEach((key, row) -> {
            values.add(values(key, row));
            changed.add(key.orderId().toString());
            changed.add(key.id());
        });
        write.run(Map.of(WRITE, values), changed);
    }

    private static @Nullable Object[] values(PartKey key, Row row) {
        return new @Nullable Object[] {
            key.orderId(), key.kind().slug(), key.id(), ViewJson.of(row.part()), row.version()
        };
    }

    private static String[] column(Collection<PartKey> keys, Function<PartKey, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    private static Part.Kind kind(String slug) {
        return Arrays.stream(Part.Kind.values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no kind of part: " + slug));
    }

    /** @param version of the last event of the aggregate that is in the part */
    record Row(Part part, long version) {}
}
