package io.waybill.cli.projection;

import io.waybill.cli.call.Call;
import java.time.Duration;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Shows what stands somewhere again and again. It asks, and does not listen to a stream: so it goes on by itself after
 * Waybill was away, whatever stands between.
 */
final class Watch {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Call call;
    private final Function<JsonNode, String> text;
    private JsonNode last = MissingNode.getInstance();
    private long lines;

    Watch(Call call, Function<JsonNode, String> text) {
        this.call = call;
        this.text = text;
    }

    /**
     * Until it is stopped.
     *
     * @throws io.waybill.cli.api.GaveUp if Waybill stays away
     */
    void run(String path) {
        while (!call.stop().isCalled()) {
            JsonNode now = call.get(path);
            if (!now.equals(last)) {
                last = now;
                show(now);
            }
            call.stop().pause(LOOK_AGAIN);
        }
    }

    private void show(JsonNode now) {
        if (call.json()) {
            call.printLine(now);
            return;
        }
        String shown = text.apply(now);
        if (call.screen().terminal() && lines > 0) {
            // Up so many lines, to the line's beginning, and everything below away.
            call.out().print("\u001b[" + lines + "F\u001b[J");
        }
        lines = call.screen().rows(shown);
        call.print(shown);
    }
}
