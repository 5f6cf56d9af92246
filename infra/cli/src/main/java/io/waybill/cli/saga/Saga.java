package io.waybill.cli.saga;

import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Screen;
import io.waybill.cli.terminal.Sheet;
import io.waybill.cli.terminal.Tone;
import io.waybill.cli.terminal.Words;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A process as the operator API shows it.
 *
 * @param body its whole answer
 */
record Saga(JsonNode body) {
    String step() {
        return Words.state(text("step"));
    }

    /** How often the time that a step may take has passed. */
    Cell overdue() {
        long times = body.path("overdue").asLong(0);
        return new Cell(Words.number(times), times == 0 ? Tone.PLAIN : Tone.WARNING);
    }

    String reasons() {
        return joined("reasons");
    }

    String time(String field) {
        return Words.time(text(field));
    }

    String sheet(Screen screen) {
        return new Sheet()
                .add("process", text("type") + " " + text("id"))
                .add("step", step() + ", since " + time("since"))
                .add("waits for", text("waitsFor"))
                .add("until", time("dueAt"))
                .add("overdue", overdue())
                .add("undone", joined("undone"))
                .add("reasons", reasons())
                .add("ended", time("endedAt"))
                .text(screen);
    }

    private String joined(String field) {
        return body.path(field).valueStream().map(each -> each.asString("")).collect(Collectors.joining(", "));
    }

    /** A field as text, or empty. */
    String text(String field) {
        return body.path(field).asString("");
    }
}
