package io.waybill.cli;

import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.rebuild.Rebuilding;
import io.waybill.cli.terminal.Progress;
import io.waybill.cli.terminal.Screen;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Has everything compared, one after the other, and shows how far each is. */
final class Checks {
    static final String EVENT_LOG = "/api/v1/operations/event-log";

    private final WaybillApi api;
    private final PrintWriter err;
    private final List<Finding> findings = new ArrayList<>();

    Checks(WaybillApi api, PrintWriter err) {
        this.api = api;
        this.err = err;
    }

    /**
     * The store, the topic, and every view against the topic.
     *
     * @throws io.waybill.cli.api.GaveUp if Waybill does not answer
     */
    List<Finding> run(List<String> views) {
        AtomicLong upTo = new AtomicLong();
        run("event log", EVENT_LOG + "/verification", upTo);
        views.forEach(view -> run(
                view,
                Rebuilding.PROJECTIONS
                        .to(view, "verification")
                        .with("upTo", upTo.get())
                        .text(),
                new AtomicLong()));
        return findings;
    }

    private void run(String subject, String path, AtomicLong upTo) {
        try (Progress progress = new Progress(err, Screen.ofThisProcess().terminal(), subject, 0)) {
            api.lines(path, line -> {
                JsonNode step = line.path("progress");
                if (!step.isMissingNode()) {
                    progress.set(step.path("done").asLong(0), step.path("total").asLong(0));
                } else if (line.has("check")) {
                    findings.add(Finding.of(line.path("check")));
                } else if (line.has("upTo")) {
                    upTo.set(line.path("upTo").asLong());
                } else if (line.has("failed")) {
                    findings.add(Finding.failed(subject, line.path("failed").asString("")));
                }
            });
        }
    }
}
