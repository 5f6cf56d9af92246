package io.waybill.cli;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.terminal.Progress;
import io.waybill.cli.terminal.Screen;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Asks to have the topic filled again from the store, and shows how far that is. */
final class Refilling {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** Without an active relay nothing moves; what follows then says so. */
    private static final Duration STANDING_STILL = Duration.ofSeconds(60);

    private final WaybillApi api;
    private final Stop stop;
    private final PrintWriter err;

    Refilling(WaybillApi api, Stop stop, PrintWriter err) {
        this.api = api;
        this.stop = stop;
        this.err = err;
    }

    /** Returns when the topic has come as far as it was, when nothing moves, or when it is stopped: the refill goes on. */
    void run() {
        long before = state().body().path("published").asLong(0);
        Answer asked = api.post(Checks.EVENT_LOG + "/refill", Map.of(), "refill:" + UUID.randomUUID());
        if (!asked.isSuccess()) {
            throw GaveUp.refused("refill of the topic", asked);
        }
        try (Progress progress = new Progress(err, Screen.ofThisProcess().terminal(), "topic", before)) {
            long published = 0;
            long movedAt = System.nanoTime();
            while (!stop.isCalled() && published < before && System.nanoTime() - movedAt < STANDING_STILL.toNanos()) {
                stop.pause(LOOK_AGAIN);
                long now = refilled();
                movedAt = now == published ? movedAt : System.nanoTime();
                published = now;
                progress.set(published, before);
            }
        }
    }

    private long refilled() {
        JsonNode now = state().body();
        // Until the relay has begun, the number is still the old one.
        return now.path("refillAsked").asBoolean(false)
                ? 0
                : now.path("published").asLong(0);
    }

    private Answer state() {
        Answer state = api.get(Checks.EVENT_LOG);
        if (!state.isSuccess()) {
            throw GaveUp.refused("the event log", state);
        }
        return state;
    }
}
