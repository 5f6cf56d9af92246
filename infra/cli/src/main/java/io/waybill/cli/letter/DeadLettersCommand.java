package io.waybill.cli.letter;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Table;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code waybill dead-letters}: who has parked how many. */
@Command(
        name = "dead-letters",
        description = {
            "Shows who has parked events that could not be digested.",
            "Projections and sagas do. Mend the cause, then retry them."
        },
        subcommands = {
            ListLettersCommand.class,
            ShowLetterCommand.class,
            RetryLettersCommand.class,
            DiscardLetterCommand.class
        },
        footer = {
            "  waybill dead-letters",
            "  waybill dead-letters list ordersummary",
            "  waybill dead-letters show ordersummary 4711",
            "  waybill dead-letters retry fulfilment --of sagas --all",
            "  waybill dead-letters discard ordersummary 4711 --reason 'a test'"
        })
public final class DeadLettersCommand extends ApiCommand {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected int run(Call call) {
        List<Desk> parking = Desk.all(call).stream()
                .filter(desk -> desk.parked().count() > 0)
                .toList();
        if (call.json()) {
            call.print(json(parking));
        } else {
            call.print(
                    parking.isEmpty()
                            ? "There are no dead letters."
                            : table(parking).text(call.screen()));
        }
        return ExitCodes.DONE;
    }

    private static Table table(List<Desk> parking) {
        Table table = new Table(
                Column.text("KIND"), Column.text("NAME"), Column.number("LETTERS"), Column.text("OLDEST PARKED AT"));
        parking.forEach(desk -> table.row(
                desk.owner(), desk.name(), desk.parked().count(), desk.parked().oldest()));
        return table;
    }

    private static ArrayNode json(List<Desk> parking) {
        ArrayNode all = JSON.createArrayNode();
        parking.forEach(desk -> all.addObject()
                .put("kind", desk.owner().toString())
                .put("name", desk.name())
                .set("deadLetters", desk.parked().body()));
        return all;
    }
}
