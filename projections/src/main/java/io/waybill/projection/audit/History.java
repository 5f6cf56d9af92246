package io.waybill.projection.audit;

import io.waybill.json.difference.Change;
import io.waybill.json.difference.Changes;
import io.waybill.json.difference.StateJson;
import io.waybill.projection.audit.state.States;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the events of one batch change, entity by entity. Each event leaves its changes, and now and then the whole state, so
 * that any version is a whole state and fewer than {@link #WHOLE_EVERY} changes away.
 */
final class History {
    /** Versions from one whole state to the next. */
    static final int WHOLE_EVERY = 50;

    private final Map<Entity, Known> known;

    /** @param known before the batch; what was not there yet is missing */
    History(Map<Entity, Known> known) {
        this.known = known;
    }

    /** Whether an event of this version is in the view already. */
    boolean has(Entity entity, long version) {
        return before(entity).version() >= version;
    }

    /** To be called for each event, in the order of its entity. */
    Effect after(Entity entity, long version, String name, JsonNode event) {
        Known before = before(entity);
        ObjectNode folded = States.after(before.state(), entity.type(), name, event);
        List<Change> changes = Changes.between(before.state(), folded);
        // Not the folded one: its fields may stand in another order than in a state that was read and brought here.
        ObjectNode state = Changes.after(before.state(), changes);
        known.put(entity, new Known(version, state));
        boolean first = before.version() == Known.NONE;
        return new Effect(
                first ? null : StateJson.text(changes),
                first || version % WHOLE_EVERY == 0 ? StateJson.text(state) : null);
    }

    private Known before(Entity entity) {
        return known.getOrDefault(entity, Known.nothing());
    }

    /**
     * What is kept of an event's effect.
     *
     * @param changes null for the first event, which adds all that is in the state
     * @param state null where it is told by an earlier one and the changes since
     */
    record Effect(@Nullable String changes, @Nullable String state) {}
}
