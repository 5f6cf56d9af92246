package io.waybill.projection.audit.state;

import tools.jackson.databind.JsonNode;

/** What one kind of event does to the state. */
@FunctionalInterface
interface Step {
    void fold(Draft state, JsonNode event);
}
