package io.waybill.cli.rebuild;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.terminal.Sheet;
import io.waybill.cli.terminal.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code waybill rebuilds show}. */
@Command(
        name = "show",
        description = "Shows how far a rebuild is, or what it came to.",
        footer = "  waybill rebuilds show ordersummary")
final class ShowRebuildCommand extends ApiCommand {
    @Mixin
    private final Choice choice = new Choice();

    @Override
    protected int run(Call call) {
        Rebuild rebuild = new Rebuild(call.get(choice.path(call).text()));
        call.print(
                rebuild.body(),
                sheet(rebuild).text(call.screen())
                        + System.lineSeparator()
                        + (rebuild.isAtRest() ? RebuildText.of(rebuild, call.screen()) : RebuildLine.whole(rebuild)));
        return ExitCodes.DONE;
    }

    private static Sheet sheet(Rebuild rebuild) {
        String throttle = rebuild.text("throttle");
        return new Sheet()
                .add("rebuild", rebuild.id() + " of " + rebuild.projection())
                .add("asked", Words.time(rebuild.text("askedAt")) + " by " + rebuild.text("askedBy"))
                .add("reason", rebuild.text("reason"))
                .add("mode", Words.state(rebuild.text("mode")))
                .add("generation", rebuild.text("generation"))
                .add("throttle", throttle.isEmpty() ? "" : throttle + " events/s")
                .add("started", Words.time(rebuild.text("startedAt")))
                .add("ended", Words.time(rebuild.text("endedAt")));
    }
}
