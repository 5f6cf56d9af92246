package io.waybill.cli;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a rebuild came to, for people. */
final class RebuildText {
    private RebuildText() {}

    /** @param rebuild as the operator API shows it, at its end */
    static String of(JsonNode rebuild) {
        if (!rebuild.has("rowsAfter")) {
            return "not rebuilt: " + rebuild.path("detail").asString("no reason was given");
        }
        return row("before", rebuild.path("rowsBefore"), rebuild.path("checksumBefore"))
                + row("after", rebuild.path("rowsAfter"), rebuild.path("checksumAfter"))
                + verdict(rebuild);
    }

    private static String row(String when, JsonNode rows, JsonNode checksum) {
        return String.format(
                Locale.ROOT, "%-6s %,12d rows, checksum %s%n", when, rows.asLong(0), checksum.asString("-"));
    }

    private static String verdict(JsonNode rebuild) {
        if (!rebuild.has("same")) {
            return "rebuilt; other events came in between, so the two cannot be compared";
        }
        return rebuild.path("same").asBoolean() ? "equal" : "NOT equal";
    }
}
