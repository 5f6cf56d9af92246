package io.waybill.cli.loading;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.loading.Outcomes.Placed;
import io.waybill.cli.terminal.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Asks for each order until it is at an end. The oldest come first and are the first to end, so nearly every order is asked
 * for once.
 */
final class EndWatch {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final WaybillApi api;
    private final Stop stop;
    private final long deadlineNanos;

    EndWatch(WaybillApi api, Stop stop, Duration patience) {
        this.api = api;
        this.stop = stop;
        this.deadlineNanos = System.nanoTime() + patience.toNanos();
    }

    void follow(Outcomes outcomes, ManyAtOnce workers, Progress progress) {
        workers.each(outcomes.all(), order -> {
            if (sawTheEndOf(order, outcomes)) {
                progress.step();
            }
        });
    }

    private boolean sawTheEndOf(Placed order, Outcomes outcomes) {
        Duration pause = FIRST_PAUSE;
        while (!stop.isCalled()) {
            Answer answer = api.get("/api/v1/orders/" + order.id());
            String state = state(order, answer);
            if (!state.equals(Outcomes.OPEN)) {
                outcomes.ended(order, state, reasons(answer.body()));
                return true;
            }
            if (System.nanoTime() - deadlineNanos >= 0) {
                return false;
            }
            stop.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return false;
    }

    private static String state(Placed order, Answer answer) {
        if (answer.status() == 404) {
            return Outcomes.OPEN; // the views have not seen it yet
        }
        if (!answer.isSuccess() || answer.text("status").isEmpty()) {
            throw GaveUp.refused("order " + order.id(), answer);
        }
        return answer.text("status");
    }

    private static List<String> reasons(JsonNode order) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode rejection : order.path("rejections")) {
            String reason = rejection.path("reason").asString("");
            if (!reason.isEmpty() && !reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }
}
