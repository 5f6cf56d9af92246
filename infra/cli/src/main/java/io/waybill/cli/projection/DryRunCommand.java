package io.waybill.cli.projection;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.ApiPath;
import io.waybill.cli.call.Call;
import io.waybill.cli.call.ExitCodes;
import io.waybill.cli.call.OperatorCommand;
import io.waybill.cli.rebuild.Rebuilding;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code waybill dry-run}: would a rebuild go through? */
@Command(
        name = "dry-run",
        description = {
            "Replays history through a projection's code, and keeps nothing.",
            "Says what failed, and how fast it was. Ends with 1 if anything failed."
        },
        footer = {"  waybill dry-run ordersummary", "  waybill dry-run ordersummary --from 1 --to 100000"})
public final class DryRunCommand extends OperatorCommand {
    @Parameters(paramLabel = "NAME", description = "The projection")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String projection;

    @Option(names = "--from", paramLabel = "N", description = "The first event's number (default: the log's first)")
    private @Nullable Long from;

    @Option(names = "--to", paramLabel = "N", description = "The last event's number (default: the log's last)")
    private @Nullable Long to;

    @Option(names = "--detach", description = "Do not wait for the end")
    private boolean detach;

    @Option(names = "--cancel", paramLabel = "ID", description = "End the dry run that has this id")
    private @Nullable String cancelled;

    @Override
    protected String whenInterrupted() {
        return cancelled == null && !detach ? "No longer watching; the dry run goes on." : "";
    }

    @Override
    protected int run(Call call) {
        ApiPath runs = Rebuilding.PROJECTIONS.to(projection, "dry-runs");
        if (cancelled != null) {
            JsonNode ended =
                    call.post(runs.to(cancelled, "cancel").text(), body()).body();
            call.print(ended, "dry run " + cancelled + " is ended");
            return ExitCodes.DONE;
        }
        Map<String, Object> body = body();
        if (from != null) {
            body.put("from", from);
        }
        if (to != null) {
            body.put("to", to);
        }
        Answer begun = call.post(runs.text(), body);
        Work work = new Work(call, "dry run", "errors", "examples");
        return detach ? work.leave(begun) : work.watch(begun);
    }
}
