package io.waybill.projection.audit;

import io.waybill.projection.audit.state.States;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far an entity's history is known, and its state there.
 *
 * @param version of the last event; {@link #NONE} before the first
 */
record Known(long version, ObjectNode state) {
    static final long NONE = -1;

    static Known nothing() {
        return new Known(NONE, States.nothing());
    }
}
