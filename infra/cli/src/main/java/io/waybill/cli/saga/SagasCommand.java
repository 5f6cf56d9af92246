package io.waybill.cli.saga;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.Page;
import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code waybill sagas}: where the processes stand. */
@Command(
        name = "sagas",
        description = {
            "Lists the processes that carry orders, returns and transfers.",
            "With --stuck only those that wait longer than they should; it then ends with 1 if there are any."
        },
        subcommands = {ShowSagaCommand.class, RetrySagaCommand.class, CancelSagaCommand.class},
        footer = {
            "  waybill sagas --stuck",
            "  waybill sagas --type return --limit 100",
            "  waybill sagas show fulfilment 01a1fc0f-10f5-780c-89bd-8d39da5baff4",
            "  waybill sagas retry fulfilment 01a1fc0f-10f5-780c-89bd-8d39da5baff4"
        })
public final class SagasCommand extends ApiCommand {
    @Option(names = "--stuck", description = "Only those that wait longer than they should")
    private boolean stuck;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only those of fulfilment, return or transfer")
    private @Nullable String type;

    @Mixin
    private final Page page = new Page();

    @Override
    protected int run(Call call) {
        JsonNode found =
                page.of(call, SagaKey.SAGAS.with("stuck", stuck ? true : null).with("type", type));
        Table table = table(found);
        call.print(found, table.isEmpty() ? "There are none." : table.text(call.screen()));
        return stuck && !table.isEmpty() ? ExitCodes.NOT_AS_IT_SHOULD_BE : ExitCodes.DONE;
    }

    private static Table table(JsonNode found) {
        Table table = new Table(
                Column.text("TYPE"),
                Column.text("ID"),
                Column.text("STEP").shrinking(),
                Column.number("OVERDUE"),
                Column.text("WAITS FOR").shrinking().unneeded(),
                Column.text("SINCE").unneeded(),
                Column.text("ENDED AT").unneeded(),
                Column.text("REASONS").shrinking().unneeded());
        found.path("items").forEach(item -> {
            Saga saga = new Saga(item);
            table.row(
                    saga.text("type"),
                    saga.text("id"),
                    saga.step(),
                    saga.overdue(),
                    saga.text("waitsFor"),
                    saga.time("since"),
                    saga.time("endedAt"),
                    saga.reasons());
        });
        return table;
    }
}
