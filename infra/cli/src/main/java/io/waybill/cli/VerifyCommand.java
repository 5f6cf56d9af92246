package io.waybill.cli;

import io.waybill.cli.call.ApiCommand;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.rebuild.Rebuilding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code waybill verify}: compares what is there more than once, and mends on request what is derived. */
@Command(
        name = "verify",
        description = {
            "Compares event store, topic and every view with each other.",
            "Event by event and row by row, while Waybill goes on working: counts, contents, and every aggregate's"
                    + " sequence without hole or repeat.",
            "Ends with 1 at any difference, and if something could not be compared."
        },
        footer = {
            "  waybill verify",
            "  waybill verify --repair topic",
            "  waybill verify --repair ordersummary",
            "  waybill verify --url http://waybill.example:8080 --json"
        })
public final class VerifyCommand extends ApiCommand {
    private static final String TOPIC = "topic";
    private static final JsonMapper JSON = new JsonMapper();

    @Option(
            names = "--repair",
            paramLabel = "topic|VIEW",
            description = "First fill the topic again from the store, or rebuild the view")
    private @Nullable String repair;

    @Override
    protected String whenInterrupted() {
        return "Stopping; a repair that has begun goes on.";
    }

    @Override
    protected int run(Call call) {
        Rebuilding rebuilding = new Rebuilding(call);
        List<String> views = rebuilding.names();
        if (TOPIC.equals(repair)) {
            new Refilling(call.api(), call.stop(), call.err()).run();
        } else if (repair != null && views.contains(repair)) {
            rebuilding.run(repair);
        } else if (repair != null) {
            call.say("There is no " + repair + " to repair; there are topic, " + String.join(", ", views) + ".");
            return ExitCodes.BAD_INPUT;
        }
        return call.stop().isCalled()
                ? ExitCodes.INTERRUPTED
                : report(call, new Checks(call.api(), call.err()).run(views));
    }

    private static int report(Call call, List<Finding> findings) {
        boolean clean = findings.stream().allMatch(Finding::isClean);
        JsonNode json = JSON.valueToTree(Map.of("clean", clean, "checks", findings));
        call.print(json, FindingsText.of(findings));
        return clean ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }
}
