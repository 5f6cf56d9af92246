package io.waybill.cli.rebuild;

import io.waybill.cli.api.ApiPath;
import io.waybill.cli.call.Call;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Which rebuild is meant: of a projection, the newest unless told otherwise. */
final class Choice {
    @Parameters(index = "0", paramLabel = "NAME", description = "The projection")
    @SuppressWarnings("NullAway.Init") // picocli refuses a call without it
    private String name;

    @Option(names = "--id", paramLabel = "ID", description = "Which rebuild (default: the newest)")
    private @Nullable String id;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    /** Where it is. */
    ApiPath path(Call call) {
        ApiPath all = Rebuilding.PROJECTIONS.to(name, "rebuilds");
        if (id != null) {
            return all.to(id);
        }
        JsonNode newest = call.get(all.with("limit", 1).text()).path("items").path(0);
        if (newest.isMissingNode()) {
            throw new ParameterException(command.commandLine(), "There was no rebuild of " + name + " yet.");
        }
        return all.to(new Rebuild(newest).id());
    }
}
