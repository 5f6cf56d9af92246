package io.waybill.cli.rebuild;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.ApiPath;
import io.waybill.cli.call.Call;
import io.waybill.cli.terminal.LiveLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for a rebuild, and shows how far it is. */
public final class Rebuilding {
    public static final ApiPath PROJECTIONS = ApiPath.of("operations", "projections");

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Call call;

    public Rebuilding(Call call) {
        this.call = call;
    }

    /**
     * The projections that there are.
     *
     * @throws io.waybill.cli.api.GaveUp if Waybill does not answer
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        call.get(PROJECTIONS.text())
                .path("items")
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }

    /**
     * The rebuild when it is at its end or waits for somebody; empty if it was stopped, which ends only the watching.
     *
     * @throws io.waybill.cli.api.GaveUp if it is refused, or Waybill does not answer
     */
    public Optional<Rebuild> run(String name) {
        return watch(ask(name, Map.of()).location());
    }

    Answer ask(String name, Map<String, Object> order) {
        return call.post(PROJECTIONS.to(name, "rebuilds").text(), order);
    }

    /** @param path the rebuild's own */
    Optional<Rebuild> watch(String path) {
        LiveLine line = new LiveLine(call.err(), call.screen());
        while (!call.stop().isCalled()) {
            Rebuild rebuild = new Rebuild(call.get(path));
            if (rebuild.isAtRest()) {
                line.end(RebuildLine.whole(rebuild));
                return Optional.of(rebuild);
            }
            line.show(RebuildLine.whole(rebuild));
            call.stop().pause(LOOK_AGAIN);
        }
        return Optional.empty();
    }
}
