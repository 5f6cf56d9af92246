package io.waybill.cli;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.terminal.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Asks for a rebuild, and shows how far it is. */
final class Rebuilding {
    static final String PROJECTIONS = "/api/v1/operations/projections";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final WaybillApi api;
    private final Stop stop;
    private final PrintWriter err;

    Rebuilding(WaybillApi api, Stop stop, PrintWriter err) {
        this.api = api;
        this.stop = stop;
        this.err = err;
    }

    /** The projections that there are. */
    List<String> names() {
        Answer all = api.get(PROJECTIONS);
        if (!all.isSuccess()) {
            throw GaveUp.refused("the projections", all);
        }
        List<String> names = new ArrayList<>();
        all.body().path("items").forEach(item -> names.add(item.path("name").asString()));
        return names;
    }

    /** The rebuild at its end, or empty if it was stopped, which ends only the watching. */
    Optional<JsonNode> run(String name) {
        Answer begun = api.post(PROJECTIONS + "/" + name + "/rebuilds", Map.of(), "rebuild:" + UUID.randomUUID());
        if (!begun.isSuccess()) {
            throw GaveUp.refused("rebuild of " + name, begun);
        }
        return watch(name, begun.location());
    }

    private Optional<JsonNode> watch(String name, String location) {
        try (Progress progress = new Progress(err, Progress.isTerminal(), "events", 0)) {
            while (!stop.isCalled()) {
                Answer status = api.get(location);
                if (!status.isSuccess()) {
                    throw GaveUp.refused("rebuild of " + name, status);
                }
                JsonNode rebuild = status.body();
                progress.set(
                        rebuild.path("done").asLong(0), rebuild.path("total").asLong(0));
                if (rebuild.has("endedAt")) {
                    return Optional.of(rebuild);
                }
                stop.pause(LOOK_AGAIN);
            }
            return Optional.empty();
        }
    }
}
