package io.waybill.cli.projection;

import io.waybill.cli.rebuild.Rebuild;
import io.waybill.cli.rebuild.RebuildLine;
import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Screen;
import io.waybill.cli.terminal.Sheet;
import io.waybill.cli.terminal.Table;
import io.waybill.cli.terminal.Tone;
import io.waybill.cli.terminal.Words;
import tools.jackson.databind.JsonNode;

/** Everything about one projection. */
final class ProjectionText {
    private static final String BLANK_LINE = System.lineSeparator().repeat(2);

    private ProjectionText() {}

    static String of(Projection projection, Screen screen) {
        return sheet(projection).text(screen)
                + part(segments(projection.body().path("segments")), screen)
                + part(generations(projection.body().path("generations")), screen);
    }

    private static Sheet sheet(Projection projection) {
        JsonNode rebuild = projection.body().path("rebuild");
        return new Sheet()
                .add("projection", projection.name())
                .add("state", projection.state())
                .add("trouble", new Cell(projection.text("trouble"), Tone.BAD))
                .add("paused", paused(projection.body().path("paused")))
                .add("position", projection.number("position") + " of " + projection.number("head"))
                .add(
                        "lag",
                        projection.number("lag") + " events, " + projection.seconds("lagSeconds") + " behind, "
                                + projection.number("eventsPerSecond") + " events/s")
                .add("dead letters", letters(projection))
                .add("rebuild", rebuild.isObject() ? RebuildLine.brief(new Rebuild(rebuild)) : "");
    }

    private static String paused(JsonNode paused) {
        return paused.isObject()
                ? "by " + paused.path("by").asString("") + " since "
                        + Words.time(paused.path("since").asString(""))
                        + (paused.hasNonNull("reason")
                                ? ": " + paused.path("reason").asString("")
                                : "")
                : "";
    }

    private static Cell letters(Projection projection) {
        String oldest = projection.letters().oldest();
        Cell count = projection.letters().cell();
        return new Cell(count.text() + (oldest.isEmpty() ? "" : ", the oldest of " + oldest), count.tone());
    }

    private static String part(Table table, Screen screen) {
        return table.isEmpty() ? "" : BLANK_LINE + table.text(screen);
    }

    private static Table segments(JsonNode segments) {
        Table table = new Table(Column.number("SEGMENT"), Column.number("POSITION"), Column.text("WORKED ON"));
        segments.forEach(segment -> table.row(
                segment.path("segment").asLong(0),
                segment.path("position").asLong(0),
                segment.path("claimed").asBoolean(false) ? "yes" : new Cell("no", Tone.WARNING)));
        return table;
    }

    private static Table generations(JsonNode generations) {
        Table table = new Table(
                Column.number("GENERATION"),
                Column.text("STATE"),
                Column.text("MADE AT"),
                Column.text("ROLLBACK UNTIL").unneeded());
        generations.forEach(generation -> table.row(
                generation.path("number").asLong(0),
                Words.state(generation.path("state").asString("")),
                Words.time(generation.path("madeAt").asString("")),
                Words.time(generation.path("rollbackUntil").asString(""))));
        return table;
    }
}
