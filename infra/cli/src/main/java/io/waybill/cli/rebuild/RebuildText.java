package io.waybill.cli.rebuild;

import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Screen;
import io.waybill.cli.terminal.Table;
import io.waybill.cli.terminal.Tone;
import io.waybill.cli.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a rebuild came to, for people. */
final class RebuildText {
    private final Rebuild rebuild;
    private final Screen screen;

    private RebuildText(Rebuild rebuild, Screen screen) {
        this.rebuild = rebuild;
        this.screen = screen;
    }

    static String of(Rebuild rebuild, Screen screen) {
        return new RebuildText(rebuild, screen).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        if (rebuild.comparison().isObject()) {
            lines.add(compared());
            lines.add(verdict());
        }
        lines.add(end());
        return String.join(System.lineSeparator(), lines);
    }

    private String compared() {
        JsonNode found = rebuild.comparison();
        return new Table(Column.text(""), Column.number("rows"), Column.number("checksum"))
                .row("before", found.path("rowsBefore").asLong(0), checksum(found, "checksumBefore"))
                .row("after", found.path("rowsAfter").asLong(0), checksum(found, "checksumAfter"))
                .text(screen);
    }

    private static String checksum(JsonNode found, String field) {
        return found.path(field).asString("-");
    }

    private String verdict() {
        if (!rebuild.isCompared()) {
            return "the two cannot be compared";
        }
        if (rebuild.differing() == 0) {
            return Tone.GOOD.of("equal", screen);
        }
        List<String> examples = new ArrayList<>();
        rebuild.comparison()
                .path("examples")
                .forEach(example -> examples.add(Cell.of(example.asString("")).text()));
        String more = rebuild.differing() > examples.size() ? ", …" : "";
        return Tone.WARNING.of(
                "NOT equal: " + Words.counted(rebuild.differing(), "key") + " not the same ("
                        + String.join(", ", examples) + more + ")",
                screen);
    }

    private String end() {
        String name = rebuild.projection();
        String view = rebuild.isInPlace() ? "the view is incomplete" : "the view is as it was";
        return switch (rebuild.state()) {
            case "FAILED" ->
                Tone.BAD.of("failed", screen) + ", " + view + ": " + failure() + System.lineSeparator()
                        + "Mend the cause, then go on from there: waybill rebuilds retry " + name;
            case "CANCELLED" -> "cancelled, " + view;
            case "READY" -> "ready, " + view + "; to switch to it: waybill rebuilds switch " + name;
            case "SWITCHED" ->
                rebuild.isInPlace()
                        ? "rebuilt in place"
                        : "switched to generation " + rebuild.text("generation") + back(name);
            default -> "rebuilt";
        };
    }

    private String failure() {
        JsonNode failure = rebuild.body().path("failure");
        String event = failure.hasNonNull("number")
                ? "event " + Words.number(failure.path("number").asLong(0)) + ", "
                        + failure.path("event").asString("") + " of "
                        + failure.path("aggregate").asString("") + ": "
                : "";
        return Cell.of(event + failure.path("cause").asString("no reason was given"))
                .text();
    }

    private String back(String name) {
        String until = rebuild.text("rollbackUntil");
        return until.isEmpty() ? "" : "; until " + Words.time(until) + " it can be undone: waybill rollback " + name;
    }
}
