package io.waybill.query.audit;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for: only what matches all that is given.
 *
 * @param event the name under which it is stored
 * @param from the earliest, and {@code to} the latest time at which it was recorded
 * @param words as {@code websearch_to_tsquery} reads them
 * @param before the place at which the page before ended
 */
record AuditQuery(
        @Nullable String actor,
        @Nullable String event,
        @Nullable EntityType type,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String words,
        @Nullable Place before) {
    private static final String SELECT = """
            select entity_type, entity_id, version, name, revision, recorded_at, actor, command, correlation_id,
                   causation_id, trace_id, position, payload
              from audit where true""";

    /** The sort key of an event: when it was recorded, and its number in the log. */
    record Place(Instant recordedAt, long position) {}

    /** A statement, and its parameters in their order. */
    record Statement(String sql, List<Object> parameters) {}

    Statement statement(int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> parameters = new ArrayList<>();
        narrow(sql, parameters, " and actor = ?", actor);
        narrow(sql, parameters, " and name = ?", event);
        narrow(sql, parameters, " and entity_type = ?", type == null ? null : type.slug());
        narrow(sql, parameters, " and recorded_at >= ?", from == null ? null : from.atOffset(UTC));
        narrow(sql, parameters, " and recorded_at <= ?", to == null ? null : to.atOffset(UTC));
        narrow(sql, parameters, " and words @@ websearch_to_tsquery('simple', ?)", words);
        if (before != null) {
            sql.append(" and (recorded_at, position) < (?, ?)");
            parameters.add(before.recordedAt().atOffset(UTC));
            parameters.add(before.position());
        }
        sql.append(" order by recorded_at desc, position desc limit ?");
        parameters.add(limit);
        return new Statement(sql.toString(), parameters);
    }

    private static void narrow(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }
}
