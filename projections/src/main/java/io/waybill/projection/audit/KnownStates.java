package io.waybill.projection.audit;

import io.waybill.json.difference.Changes;
import io.waybill.json.difference.StateJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The states of entities as the view has them: the last whole one, and what changed since. */
@Component
final class KnownStates {
    /**
     * Entity by entity, from its last whole state on: materialized and with an offset, since PostgreSQL would rather join all
     * versions there ever were, and look for the whole state of each.
     */
    private static final String FIND = """
            with whole as materialized (
                   select entity.type, entity.id, (
                          select a.version from audit a
                           where a.entity_type = entity.type and a.entity_id = entity.id and a.state is not null
                           order by a.version desc limit 1) as version
                     from unnest(?::text[], ?::text[]) entity (type, id))
            select whole.type, whole.id, later.version, later.state, later.changes
              from whole
             cross join lateral (
                   select a.version, a.state, a.changes from audit a
                    where a.entity_type = whole.type and a.entity_id = whole.id and a.version >= whole.version
                    offset 0) later
             order by whole.type, whole.id, later.version
            """;

    private final JdbcTemplate jdbc;

    KnownStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that have a history, in one round trip. */
    Map<Entity, Known> find(Collection<Entity> entities) {
        Map<Entity, Known> found = new HashMap<>();
        jdbc.query(
                FIND,
                row -> {
                    Entity entity = new Entity(row.getString("type"), row.getString("id"));
                    Known before = found.getOrDefault(entity, Known.nothing());
                    ObjectNode state = state(before.state(), row.getString("state"), row.getString("changes"));
                    found.put(entity, new Known(row.getLong("version"), state));
                },
                column(entities, Entity::type),
                column(entities, Entity::id));
        return found;
    }

    private static ObjectNode state(ObjectNode before, @Nullable String whole, @Nullable String changes) {
        if (whole != null) {
            return StateJson.state(whole);
        }
        return changes == null ? before : Changes.after(before, StateJson.changes(changes));
    }

    private static String[] column(Collection<Entity> entities, Function<Entity, String> part) {
        return entities.stream().map(part).toArray(String[]::new);
    }
}
