package io.waybill.cli;

import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code waybill rebuild}: resets one projection, replays it from history, and compares what it was with what it is. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Empties one projection and fills it again from the first event on.",
            "Interrupting this command only stops watching: the rebuild goes on."
        },
        exitCodeListHeading = "%nEnds with%n",
        exitCodeList = {
            "0:rebuilt, and equal to what it was (or other events came in between, and it is said so)",
            "1:rebuilt, but not equal; or not rebuilt",
            "2:there is no such projection, or an option is wrong",
            "3:Waybill does not answer",
            "130:interrupted"
        },
        footerHeading = "%nExamples%n",
        footer = {"  waybill rebuild ordersummary", "  waybill rebuild ordersearch --url http://waybill.example:8080"})
public final class RebuildCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The projection's name")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String name;

    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        Stop stop = new Stop();
        try (Interruption _ = new Interruption(stop, err, "No longer watching; the rebuild goes on.");
                WaybillApi api = new WaybillApi(server.url(), "rebuild", stop)) {
            return rebuild(api, stop, err);
        }
    }

    private int rebuild(WaybillApi api, Stop stop, PrintWriter err) {
        try {
            Rebuilding rebuilding = new Rebuilding(api, stop, err);
            List<String> names = rebuilding.names();
            if (!names.contains(name)) {
                err.println("There is no projection " + name + "; there are " + String.join(", ", names) + ".");
                return ExitCodes.BAD_INPUT;
            }
            return rebuilding.run(name).map(this::report).orElse(ExitCodes.INTERRUPTED);
        } catch (GaveUp e) {
            err.println(e.getMessage());
            return e.isUnreachable() ? ExitCodes.UNREACHABLE : ExitCodes.NOT_AS_IT_SHOULD_BE;
        }
    }

    private int report(JsonNode rebuild) {
        command.commandLine().getOut().println(RebuildText.of(rebuild));
        command.commandLine().getOut().flush();
        boolean rebuilt = rebuild.has("rowsAfter");
        boolean different = rebuild.has("same") && !rebuild.path("same").asBoolean();
        return rebuilt && !different ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }
}
