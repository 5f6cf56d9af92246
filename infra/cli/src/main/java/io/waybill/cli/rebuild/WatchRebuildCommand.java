package io.waybill.cli.rebuild;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code waybill rebuilds watch}: as {@code waybill rebuild} does, which may have been interrupted. */
@Command(
        name = "watch",
        description = "Shows how far a rebuild is, and at its end what it came to.",
        footer = "  waybill rebuilds watch ordersummary")
final class WatchRebuildCommand extends ApiCommand {
    @Mixin
    private final Choice choice = new Choice();

    @Override
    protected int run(Call call) {
        return new Rebuilding(call)
                .watch(choice.path(call).text())
                .map(rebuild -> RebuildCommand.told(call, rebuild))
                .orElse(ExitCodes.INTERRUPTED);
    }
}
