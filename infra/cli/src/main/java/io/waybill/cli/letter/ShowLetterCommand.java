package io.waybill.cli.letter;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Sheet;
import io.waybill.cli.terminal.Tone;
import io.waybill.cli.terminal.Words;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill dead-letters show}. */
@Command(
        name = "show",
        description = {"Shows one parked event whole.", "With its contents, its cause, and how many queue behind it."},
        footer = "  waybill dead-letters show ordersummary 4711")
final class ShowLetterCommand extends ApiCommand {
    @Mixin
    private final Chosen chosen = new Chosen();

    @Parameters(index = "1", paramLabel = "NUMBER", description = "The event's number")
    private long number;

    @Override
    protected int run(Call call) {
        JsonNode letter = call.get(
                chosen.path(call).to("dead-letters", Long.toString(number)).text());
        call.print(letter, sheet(letter).text(call.screen()) + stack(letter));
        return ExitCodes.DONE;
    }

    private static Sheet sheet(JsonNode letter) {
        return new Sheet()
                .add("number", text(letter, "number"))
                .add(
                        "event",
                        text(letter, "name") + " (revision "
                                + letter.path("revision").asString("-") + ")")
                .add(
                        "of",
                        text(letter, "aggregateType") + " " + text(letter, "aggregateId") + ", version "
                                + text(letter, "version"))
                .add("recorded", Words.time(text(letter, "recordedAt")))
                .add("parked", Words.time(text(letter, "parkedAt")))
                .add("attempts", text(letter, "attempts"))
                .add("last attempt", Words.time(text(letter, "lastAttemptAt")))
                .add("behind it", text(letter, "behind"))
                .add("cause", new Cell(text(letter, "cause"), Tone.BAD))
                .add("payload", text(letter, "payload"))
                .add("payload (base64)", text(letter, "payloadBase64"))
                .add("metadata", letter.path("metadata").toString());
    }

    private static String stack(JsonNode letter) {
        return text(letter, "stack")
                .lines()
                .map(line ->
                        System.lineSeparator() + "  " + Cell.of(line.strip()).text())
                .collect(Collectors.joining());
    }

    private static String text(JsonNode letter, String field) {
        return letter.path(field).asString("");
    }
}
