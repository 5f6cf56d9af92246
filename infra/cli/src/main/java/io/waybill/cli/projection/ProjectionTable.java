package io.waybill.cli.projection;

import io.waybill.cli.rebuild.Rebuild;
import io.waybill.cli.rebuild.RebuildLine;
import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Screen;
import io.waybill.cli.terminal.Table;
import io.waybill.cli.terminal.Tone;
import java.util.List;
import java.util.stream.Collectors;

/** All projections, a line each, and below them what troubles some. */
final class ProjectionTable {
    private ProjectionTable() {}

    static String of(List<Projection> projections, Screen screen) {
        Table table = new Table(
                Column.text("PROJECTION"),
                Column.text("STATE"),
                Column.number("LAG"),
                Column.number("BEHIND"),
                Column.number("EVENTS/S"),
                Column.number("LETTERS"),
                Column.text("REBUILD").unneeded(),
                Column.number("GENERATION").unneeded(),
                Column.number("POSITION").unneeded(),
                Column.text("OLDEST LETTER").unneeded());
        projections.forEach(projection -> table.row(
                projection.name(),
                projection.state(),
                projection.number("lag"),
                projection.seconds("lagSeconds"),
                projection.number("eventsPerSecond"),
                projection.letters().cell(),
                rebuild(projection),
                projection.text("generation"),
                projection.number("position"),
                projection.letters().oldest()));
        return table.text(screen) + troubles(projections, screen);
    }

    private static String rebuild(Projection projection) {
        return projection.body().hasNonNull("rebuild")
                ? RebuildLine.brief(new Rebuild(projection.body().path("rebuild")))
                : "";
    }

    private static String troubles(List<Projection> projections, Screen screen) {
        return projections.stream()
                .filter(Projection::isInTrouble)
                .map(projection -> System.lineSeparator() + Tone.BAD.of(projection.name(), screen) + ": "
                        + Cell.of(projection.text("trouble")).text())
                .collect(Collectors.joining());
    }
}
