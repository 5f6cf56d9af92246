package io.waybill.cli.projection;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.Page;
import io.waybill.cli.rebuild.Rebuilding;
import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Table;
import io.waybill.cli.terminal.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill operations}: what operators have done. */
@Command(
        name = "operations",
        description = {"Lists what operators have done with the projections, and why.", "The newest first."},
        footer = {"  waybill operations", "  waybill operations ordersummary --limit 5"})
public final class OperationsCommand extends ApiCommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "With this projection only")
    private @Nullable String projection;

    @Mixin
    private final Page page = new Page();

    @Override
    protected int run(Call call) {
        JsonNode found = page.of(call, Rebuilding.PROJECTIONS.to("history").with("projection", projection));
        call.print(found, table(found).text(call.screen()));
        return ExitCodes.DONE;
    }

    private static Table table(JsonNode found) {
        Table table = new Table(
                Column.text("AT"),
                Column.text("WHO").shrinking(),
                Column.text("WHAT"),
                Column.text("PROJECTION"),
                Column.text("REASON").shrinking().unneeded(),
                Column.text("DETAIL").shrinking().unneeded());
        found.path("items")
                .forEach(item -> table.row(
                        Words.time(item.path("at").asString("")),
                        item.path("actor").asString(""),
                        Words.state(item.path("action").asString("")),
                        item.path("projection").asString(""),
                        item.path("reason").asString(""),
                        detail(item.path("detail"))));
        return table;
    }

    private static String detail(JsonNode detail) {
        return detail.isContainer() ? detail.toString() : detail.asString("");
    }
}
