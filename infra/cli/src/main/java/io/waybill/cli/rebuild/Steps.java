package io.waybill.cli.rebuild;

import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import io.waybill.cli.terminal.Words;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** What can be done with a rebuild: each command is named as the API names the step. */
final class Steps {
    private Steps() {}

    @Command(
            name = "pause",
            description = "Stops a rebuild where it is.",
            footer = "  waybill rebuilds pause ordersummary --reason 'sale today'")
    static final class Pause extends Step {}

    @Command(
            name = "resume",
            description = "Lets a paused rebuild go on where it is.",
            footer = "  waybill rebuilds resume ordersummary")
    static final class Resume extends Step {}

    @Command(
            name = "cancel",
            description = "Gives a rebuild up; the view stays as it is.",
            footer = "  waybill rebuilds cancel ordersummary --reason 'wrong column'")
    static final class Cancel extends Step {}

    @Command(
            name = "retry",
            description = "Lets a failed rebuild go on from the event at which it failed.",
            footer = "  waybill rebuilds retry ordersummary --reason 'fixed in 0.7.1'")
    static final class Retry extends Step {}

    @Command(
            name = "switch",
            description = "Switches readers to what was rebuilt, whatever the comparison says.",
            footer = "  waybill rebuilds switch ordersummary")
    static final class Switch extends Step {}

    abstract static class Step extends OperatorCommand {
        @Mixin
        private final Choice choice = new Choice();

        @Override
        protected final int run(Call call) {
            String path = choice.path(call).text();
            Map<String, Object> body = body();
            JsonNode answer = call.post(path + "/" + verb(), body).body();
            Rebuild rebuild = new Rebuild(answer.has("state") ? answer : call.get(path));
            call.print(
                    rebuild.body(),
                    "rebuild " + rebuild.id() + " of " + rebuild.projection() + ": " + Words.state(rebuild.state()));
            return ExitCodes.DONE;
        }
    }
}
