package io.waybill.cli.rebuild;

import io.waybill.cli.api.Answer;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code waybill rebuild}: makes a projection anew from history, and shows how far that is. */
@Command(
        name = "rebuild",
        description = {
            "Makes a projection anew from history, beside the one that serves.",
            "When it has caught up, the two are compared, and readers are switched in one step; the old one is kept for"
                    + " a while for 'waybill rollback'. Interrupting this command only stops watching: the rebuild goes on.",
            "Ends with 1 if the view is not what it was, or if the rebuild failed or was cancelled: then the view is as"
                    + " it was; with 4 if somebody else rebuilds it, and says who."
        },
        footer = {
            "  waybill rebuild ordersummary",
            "  waybill rebuild ordersummary --switch manual --reason 'new column'",
            "  waybill rebuild ordersummary --throttle 5000 --detach",
            "  waybill rebuild stocklevel --in-place --json"
        })
public final class RebuildCommand extends OperatorCommand {
    @Parameters(paramLabel = "NAME", description = "The projection")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String name;

    @Option(names = "--in-place", description = "Empty the view and fill it again: it is incomplete meanwhile")
    private boolean inPlace;

    @Option(
            names = "--switch",
            paramLabel = "WHEN",
            description = "When readers are switched: ${COMPLETION-CANDIDATES} (default: auto)")
    private @Nullable Switching switching;

    @Option(names = "--segments", paramLabel = "N", description = "How many parts are rebuilt at the same time")
    private @Nullable Integer segments;

    @Option(names = "--throttle", paramLabel = "N", description = "At most so many events a second")
    private @Nullable Long throttle;

    @Option(names = "--detach", description = "Do not wait for the end")
    private boolean detach;

    @Override
    protected String whenInterrupted() {
        return detach ? "" : "No longer watching; the rebuild goes on: waybill rebuilds watch " + name;
    }

    @Override
    protected int run(Call call) {
        Rebuilding rebuilding = new Rebuilding(call);
        Answer begun = rebuilding.ask(name, order());
        if (detach) {
            call.print(begun.body(), "rebuild " + new Rebuild(begun.body()).id() + " has begun");
            return ExitCodes.DONE;
        }
        return rebuilding
                .watch(begun.location())
                .map(rebuild -> told(call, rebuild))
                .orElse(ExitCodes.INTERRUPTED);
    }

    static int told(Call call, Rebuild rebuild) {
        call.print(rebuild.body(), RebuildText.of(rebuild, call.screen()));
        return rebuild.isAsItShouldBe() ? ExitCodes.DONE : ExitCodes.NOT_AS_IT_SHOULD_BE;
    }

    private Map<String, Object> order() {
        Map<String, Object> order = body();
        if (inPlace) {
            order.put("mode", "IN_PLACE");
        }
        if (switching != null) {
            order.put("switch", switching.name());
        }
        if (segments != null) {
            order.put("segments", segments);
        }
        if (throttle != null) {
            order.put("eventsPerSecond", throttle);
        }
        return order;
    }
}
