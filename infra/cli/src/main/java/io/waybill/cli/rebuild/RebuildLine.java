package io.waybill.cli.rebuild;

import io.waybill.cli.terminal.Bar;
import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Words;
import tools.jackson.databind.JsonNode;

/** How far a rebuild is, in one line. */
public final class RebuildLine {
    private RebuildLine() {}

    /** With a bar, the speed and the time left; what matters least comes last, where a narrow terminal cuts it. */
    static String whole(Rebuild rebuild) {
        JsonNode body = rebuild.body();
        long done = body.path("done").asLong(0);
        long total = body.path("total").asLong(0);
        String trouble = rebuild.text("trouble");
        return rebuild.projection() + " " + Words.state(rebuild.state()) + " " + Bar.of(done, total) + " "
                + percent(body, done, total)
                + (trouble.isEmpty() ? "" : "  waits: " + Cell.of(trouble).text())
                + speed(body) + "  " + Words.number(done) + " of " + Words.number(total);
    }

    /** The state, the percentage and the time left. */
    public static String brief(Rebuild rebuild) {
        JsonNode body = rebuild.body();
        String percent =
                percent(body, body.path("done").asLong(0), body.path("total").asLong(0));
        return Words.state(rebuild.state()) + " " + percent + left(body, ", ");
    }

    private static String percent(JsonNode body, long done, long total) {
        long own = total == 0 ? 0 : 100 * done / total;
        return (body.hasNonNull("percent") ? (long) body.path("percent").asDouble(0) : own) + " %";
    }

    private static String speed(JsonNode body) {
        String perSecond = body.hasNonNull("perSecond")
                ? "  " + Words.number(body.path("perSecond").asLong(0)) + "/s"
                : "";
        return perSecond + left(body, "  ");
    }

    private static String left(JsonNode body, String gap) {
        return body.hasNonNull("secondsLeft")
                ? gap + Words.wholeSeconds(body.path("secondsLeft").asLong(0)) + " left"
                : "";
    }
}
