package io.waybill.cli.letter;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.Page;
import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Table;
import io.waybill.cli.terminal.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code waybill dead-letters list}. */
@Command(
        name = "list",
        description = {"Lists parked events in the log's order.", "Those without a cause queue behind another."},
        footer = {
            "  waybill dead-letters list ordersummary",
            "  waybill dead-letters list fulfilment --of sagas --discarded"
        })
final class ListLettersCommand extends ApiCommand {
    @Mixin
    private final Chosen chosen = new Chosen();

    @Option(names = "--discarded", description = "Those that were discarded, by whom and why")
    private boolean discarded;

    @Mixin
    private final Page page = new Page();

    @Override
    protected int run(Call call) {
        JsonNode found = page.of(call, chosen.path(call).to(discarded ? "discarded-letters" : "dead-letters"));
        Table table = discarded ? discarded(found) : parked(found);
        call.print(found, table.isEmpty() ? "There are none." : table.text(call.screen()));
        return ExitCodes.DONE;
    }

    private static Table parked(JsonNode found) {
        Table table = new Table(
                Column.number("NUMBER"),
                Column.text("EVENT"),
                Column.text("OF"),
                Column.number("ATTEMPTS"),
                Column.text("PARKED AT").unneeded(),
                Column.text("CAUSE").shrinking());
        found.path("items")
                .forEach(letter -> table.row(
                        letter.path("number").asString(),
                        text(letter, "name"),
                        text(letter, "aggregateType") + " " + text(letter, "aggregateId"),
                        letter.path("attempts").asLong(0),
                        Words.time(text(letter, "parkedAt")),
                        letter.hasNonNull("cause") ? text(letter, "cause") : "queues behind another"));
        return table;
    }

    private static Table discarded(JsonNode found) {
        Table table = new Table(
                Column.number("NUMBER"),
                Column.text("EVENT"),
                Column.text("OF").shrinking(),
                Column.text("DISCARDED AT"),
                Column.text("BY").shrinking(),
                Column.text("REASON").shrinking());
        found.path("items").forEach(gone -> {
            JsonNode letter = gone.path("letter");
            table.row(
                    letter.path("number").asString(),
                    text(letter, "name"),
                    text(letter, "aggregateType") + " " + text(letter, "aggregateId"),
                    Words.time(text(gone, "discardedAt")),
                    text(gone, "actor"),
                    text(gone, "reason"));
        });
        return table;
    }

    private static String text(JsonNode letter, String field) {
        return letter.path(field).asString("");
    }
}
