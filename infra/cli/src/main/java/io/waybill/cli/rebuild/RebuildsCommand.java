package io.waybill.cli.rebuild;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.Page;
import io.waybill.cli.terminal.Column;
import io.waybill.cli.terminal.Table;
import io.waybill.cli.terminal.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill rebuilds}: those that there were, and what can be done about one. */
@Command(
        name = "rebuilds",
        description = {
            "Lists a projection's rebuilds, the newest first, or steers one.",
            "The commands below are about the newest, unless --id names another."
        },
        subcommands = {
            ShowRebuildCommand.class,
            WatchRebuildCommand.class,
            Steps.Pause.class,
            Steps.Resume.class,
            Steps.Cancel.class,
            Steps.Retry.class,
            Steps.Switch.class,
            ThrottleCommand.class
        },
        footer = {
            "  waybill rebuilds ordersummary",
            "  waybill rebuilds watch ordersummary",
            "  waybill rebuilds throttle ordersummary 5000",
            "  waybill rebuilds cancel ordersummary --reason 'wrong column'"
        })
public final class RebuildsCommand extends ApiCommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The projection")
    private @Nullable String name;

    @Mixin
    private final Page page = new Page();

    @Override
    protected int run(Call call) {
        if (name == null) {
            throw wrong("Which projection's rebuilds? See waybill projections");
        }
        JsonNode found = page.of(call, Rebuilding.PROJECTIONS.to(name, "rebuilds"));
        call.print(found, table(found).text(call.screen()));
        return ExitCodes.DONE;
    }

    private static Table table(JsonNode found) {
        Table table = new Table(
                Column.text("REBUILD"),
                Column.text("ASKED AT"),
                Column.text("BY").shrinking(),
                Column.text("MODE").unneeded(),
                Column.number("GENERATION").unneeded(),
                Column.text("STATE"),
                Column.number("DIFFERING").unneeded(),
                Column.text("REASON").shrinking().unneeded());
        found.path("items").forEach(item -> {
            Rebuild rebuild = new Rebuild(item);
            table.row(
                    rebuild.id(),
                    Words.time(rebuild.text("askedAt")),
                    rebuild.text("askedBy"),
                    Words.state(rebuild.text("mode")),
                    rebuild.text("generation"),
                    rebuild.isAtRest() ? Words.state(rebuild.state()) : RebuildLine.brief(rebuild),
                    rebuild.isCompared() ? Words.number(rebuild.differing()) : "",
                    rebuild.text("reason"));
        });
        return table;
    }
}
