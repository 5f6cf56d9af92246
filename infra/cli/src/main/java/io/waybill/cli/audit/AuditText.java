package io.waybill.cli.audit;

import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Screen;
import io.waybill.cli.terminal.Sheet;
import io.waybill.cli.terminal.Table;
import io.waybill.cli.terminal.Words;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What history says, for people. */
final class AuditText {
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AuditText() {}

    /** A line for each event, with what it changed. */
    static String events(JsonNode page, Screen screen) {
        Table table = new Table(
                Column.number("VERSION"),
                Column.text("RECORDED AT"),
                Column.text("EVENT"),
                Column.text("ACTOR").shrinking(),
                Column.text("CHANGES").shrinking(),
                Column.text("COMMAND").unneeded());
        page.path("items")
                .forEach(event -> table.row(
                        event.path("version").asLong(0),
                        Words.time(text(event, "recordedAt")),
                        text(event, "name"),
                        text(event, "actor"),
                        event.path("changes")
                                .valueStream()
                                .map(AuditText::change)
                                .collect(Collectors.joining("; ")),
                        text(event, "command")));
        return table.text(screen);
    }

    /** The whole state, and since when it was so. */
    static String state(JsonNode then, Screen screen) {
        return new Sheet()
                        .add(text(then, "type"), text(then, "id"))
                        .add("version", text(then, "version"))
                        .add("since", Words.time(text(then, "recordedAt")))
                        .add("by", text(then, "event") + ", " + text(then, "actor"))
                        .text(screen)
                + System.lineSeparator()
                + INDENTED.writeValueAsString(then.path("state"));
    }

    /** A line for each field that is another. */
    static String difference(JsonNode found, Screen screen) {
        Table table = new Table(
                Column.text("FIELD").shrinking(),
                Column.text("BEFORE").shrinking(),
                Column.text("AFTER").shrinking());
        found.path("changes")
                .forEach(change ->
                        table.row(text(change, "path"), value(change.path("before")), value(change.path("after"))));
        String edges = "from version " + edge(found.path("from")) + " to " + edge(found.path("to"));
        return edges + System.lineSeparator() + (table.isEmpty() ? "nothing has changed" : table.text(screen));
    }

    private static String edge(JsonNode edge) {
        return text(edge, "version") + " (" + Words.time(text(edge, "recordedAt")) + ")";
    }

    private static String change(JsonNode change) {
        String path = text(change, "path");
        String field = path.startsWith("/") ? path.substring(1) : path;
        if (change.hasNonNull("before") && change.hasNonNull("after")) {
            return field + " " + value(change.path("before")) + " → " + value(change.path("after"));
        }
        return change.hasNonNull("after") ? field + " " + value(change.path("after")) : "no " + field;
    }

    private static String value(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isContainer() ? value.toString() : value.asString();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
