package io.waybill.cli;

import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code waybill verify}: compares what is there more than once, and mends on request what is derived. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares event store, topic and every view with each other, event by event and row by row, while",
            "Waybill goes on working: counts, contents, and every aggregate's sequence without hole or repeat."
        },
        exitCodeListHeading = "%nEnds with%n",
        exitCodeList = {
            "0:all is as it must be",
            "1:something is not, or could not be compared",
            "2:an option is wrong",
            "3:Waybill does not answer",
            "130:interrupted"
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  waybill verify",
            "  waybill verify --repair topic",
            "  waybill verify --repair ordersummary",
            "  waybill verify --url http://waybill.example:8080 --json"
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final String TOPIC = "topic";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(
            names = "--repair",
            paramLabel = "topic|VIEW",
            description = "First fill the topic again from the store, or rebuild the view")
    private @Nullable String repair;

    @Mixin
    private final Server server = new Server();

    @Option(names = "--json", description = "Print the result as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        Stop stop = new Stop();
        try (Interruption _ = new Interruption(stop, err, "Stopping; a repair that has begun goes on.");
                WaybillApi api = new WaybillApi(server.url(), "verify", stop)) {
            return verify(api, stop, err);
        } catch (GaveUp e) {
            err.println(e.getMessage());
            return e.isUnreachable() ? ExitCodes.UNREACHABLE : ExitCodes.NOT_AS_IT_SHOULD_BE;
        }
    }

    private int verify(WaybillApi api, Stop stop, PrintWriter err) {
        Rebuilding rebuilding = new Rebuilding(api, stop, err);
        List<String> views = rebuilding.names();
        if (TOPIC.equals(repair)) {
            new Refilling(api, stop, err).run();
        } else if (repair != null && views.contains(repair)) {
            rebuilding.run(repair);
        } else if (repair != null) {
            err.println("There is no " + repair + " to repair; there are topic, " + String.join(", ", views) + ".");
            return ExitCodes.BAD_INPUT;
        }
        List<Finding> findings = stop.isCalled() ? List.of() : new Checks(api, err).run(views);
        return stop.isCalled() ? ExitCodes.INTERRUPTED : report(findings);
    }

    private int report(List<Finding> findings) {
        boolean clean = findings.stream().allMatch(Finding::isClean);
        PrintWriter out = command.commandLine().getOut();
        out.println(
                json ? JSON.writeValueAsString(Map.of("clean", clean, "checks", findings)) : FindingsText.of(findings));
        out.flush();
        return clean ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }
}
