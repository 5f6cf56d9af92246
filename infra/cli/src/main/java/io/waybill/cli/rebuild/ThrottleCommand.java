package io.waybill.cli.rebuild;

import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import io.waybill.cli.terminal.Words;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill rebuilds throttle}. */
@Command(
        name = "throttle",
        description = "Sets how many events a second a rebuild handles at most.",
        footer = {"  waybill rebuilds throttle ordersummary 5000", "  waybill rebuilds throttle ordersummary none"})
final class ThrottleCommand extends OperatorCommand {
    private static final String NONE = "none";

    @Mixin
    private final Choice choice = new Choice();

    @Parameters(index = "1", paramLabel = "N|none", description = "Events a second, or none for no limit")
    private String limit = NONE;

    @Override
    protected int run(Call call) {
        boolean free = limit.equals(NONE);
        if (!free && !limit.matches("[1-9][0-9]{0,9}")) {
            throw wrong("A throttle is a number of events a second, or none, but was " + limit);
        }
        Map<String, Object> body = body();
        body.put("eventsPerSecond", free ? null : Long.valueOf(limit));
        String path = choice.path(call).text();
        JsonNode answer = call.put(path + "/throttle", body).body();
        call.print(
                answer.isMissingNode() ? call.get(path) : answer,
                free ? "no limit any more" : "at most " + Words.number(Long.parseLong(limit)) + " events a second");
        return ExitCodes.DONE;
    }
}
