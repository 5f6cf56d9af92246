package io.waybill.cli.loading;

import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.terminal.Progress;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Asks for each order until it is at an end. The oldest come first and are the first to end, so nearly every order is asked
 * for once.
 */
final class EndWatch {
    private final OrderWatch watch;

    /** @param patience with the orders that are not at an end */
    EndWatch(WaybillApi api, Stop stop, Patience patience) {
        this.watch = new OrderWatch(api, stop, patience);
    }

    void follow(Outcomes outcomes, ManyAtOnce workers, Progress progress) {
        workers.each(outcomes.all(), order -> {
            Boolean ended = watch.until(order, now -> {
                String state = now.text("status");
                if (state.equals(Outcomes.OPEN)) {
                    return null;
                }
                outcomes.ended(order, state, reasons(now.body()));
                return true;
            });
            if (ended != null) {
                progress.step();
            }
        });
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
