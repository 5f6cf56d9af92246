package io.waybill.cli.rebuild;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A rebuild as the operator API shows it.
 *
 * @param body its whole answer
 */
public record Rebuild(JsonNode body) {
    /** Until somebody does something, nothing more is to be seen of it. */
    private static final Set<String> AT_REST = Set.of("READY", "SWITCHED", "FAILED", "CANCELLED");

    public String id() {
        return text("id");
    }

    String projection() {
        return text("projection");
    }

    String state() {
        return text("state");
    }

    boolean isAtRest() {
        return AT_REST.contains(state()) || body.hasNonNull("endedAt");
    }

    boolean hasFailed() {
        return state().equals("FAILED");
    }

    boolean isCancelled() {
        return state().equals("CANCELLED");
    }

    boolean isInPlace() {
        return text("mode").equals("IN_PLACE");
    }

    /** Of what was there before with what is there now; missing where there was none. */
    JsonNode comparison() {
        return body.path("comparison");
    }

    boolean isCompared() {
        return comparison().hasNonNull("differing");
    }

    /** Keys whose rows are not the same, or are only on one side. */
    long differing() {
        return comparison().path("differing").asLong(0);
    }

    /** Whether it came to what it was asked for, and to what was there before. */
    boolean isAsItShouldBe() {
        return !hasFailed() && !isCancelled() && differing() == 0;
    }

    /** A field as text, or empty. */
    String text(String field) {
        return body.path(field).asString("");
    }
}
