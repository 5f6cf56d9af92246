package io.waybill.cli.projection;

import io.waybill.cli.api.Answer;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.terminal.Bar;
import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.LiveLine;
import io.waybill.cli.terminal.Tone;
import io.waybill.cli.terminal.Words;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Something that a projection's service does by itself once it was asked to: a repair, a dry run. */
final class Work {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Set<String> OVER = Set.of("DONE", "FAILED", "CANCELLED");

    private final Call call;
    private final String label;
    private final String errors;
    private final String examples;

    /**
     * @param label what it is, in a word or two
     * @param errors the field that says how many failed
     * @param examples the field that has the first of these
     */
    Work(Call call, String label, String errors, String examples) {
        this.call = call;
        this.label = label;
        this.errors = errors;
        this.examples = examples;
    }

    /** Shows how far it is, and then what it came to. */
    int watch(Answer begun) {
        if (begun.location().isEmpty()) {
            call.print(begun.body(), line(begun.body()));
            return ExitCodes.DONE;
        }
        LiveLine line = new LiveLine(call.err(), call.screen());
        while (!call.stop().isCalled()) {
            JsonNode now = call.get(begun.location());
            if (OVER.contains(state(now)) || now.hasNonNull("endedAt")) {
                line.end(line(now));
                return told(now);
            }
            line.show(line(now));
            call.stop().pause(LOOK_AGAIN);
        }
        return ExitCodes.INTERRUPTED;
    }

    /** Leaves it to itself. */
    int leave(Answer begun) {
        call.print(begun.body(), label + " has begun: " + begun.location());
        return ExitCodes.DONE;
    }

    private int told(JsonNode end) {
        long failed = end.path(errors).asLong(0);
        boolean isWhole = !state(end).equals("FAILED") && !state(end).equals("CANCELLED");
        String verdict = isWhole ? counted(failed) : Tone.BAD.of(Words.state(state(end)), call.screen()) + why(end);
        call.print(
                end,
                verdict + end.path(examples).valueStream().map(Work::example).collect(Collectors.joining()));
        return isWhole && failed == 0 ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }

    private String counted(long failed) {
        return failed == 0
                ? Tone.GOOD.of("no errors", call.screen())
                : Tone.BAD.of(Words.counted(failed, "error"), call.screen());
    }

    private static String why(JsonNode end) {
        String detail = end.path("detail").asString("");
        return detail.isEmpty() ? "" : ": " + Cell.of(detail).text();
    }

    private static String example(JsonNode example) {
        String what = example.has("number")
                ? "event " + example.path("number").asString("") + ", "
                        + example.path("event").asString("") + " of "
                        + example.path("aggregate").asString("")
                : example.path("id").asString("");
        return System.lineSeparator() + "  "
                + Cell.of(what + ": " + example.path("cause").asString("")).text();
    }

    private String line(JsonNode now) {
        long done = now.path("done").asLong(0);
        long total = now.path("total").asLong(0);
        String speed = now.hasNonNull("perSecond")
                ? "  " + Words.number(now.path("perSecond").asLong(0)) + "/s"
                : "";
        return label + " " + Words.state(state(now)) + " " + Bar.of(done, total) + " " + Words.number(done) + " of "
                + Words.number(total) + speed;
    }

    private static String state(JsonNode now) {
        return now.path("state").asString("");
    }
}
