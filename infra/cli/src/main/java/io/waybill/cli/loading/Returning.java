package io.waybill.cli.loading;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.loading.Matching.Match;
import io.waybill.cli.loading.Outcomes.Placed;
import io.waybill.cli.terminal.Progress;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Makes the returns that were matched: once their order is delivered, the pieces are asked back, approved and received, and
 * then it waits for the refund. Each of these requests has a key of its own, so repeating goes on where it was.
 */
final class Returning {
    private final WaybillApi api;
    private final String warehouse;
    private final OrderWatch watch;
    private final Delivering delivering;
    private final Returns returns = new Returns();

    /** @param patience with the orders that are not delivered, and the returns that are not refunded */
    Returning(WaybillApi api, Stop stop, String warehouse, Patience patience) {
        this.api = api;
        this.warehouse = warehouse;
        this.watch = new OrderWatch(api, stop, patience);
        this.delivering = new Delivering(api, watch);
    }

    /** @param outcomes is told which orders were delivered for it */
    Returns of(List<Match> matches, Outcomes outcomes, ManyAtOnce workers, Progress progress) {
        Collection<List<Match>> byOrder = matches.stream()
                .collect(Collectors.groupingBy(match -> match.order().id(), LinkedHashMap::new, Collectors.toList()))
                .values();
        workers.each(byOrder, ofOne -> {
            Placed order = ofOne.getFirst().order();
            String complaint = delivering.complaint(order);
            if (complaint == null) {
                outcomes.delivered(order);
                giveBack(order, ofOne);
            } else {
                ofOne.forEach(match -> returns.refused(match, complaint));
            }
            ofOne.forEach(match -> progress.step());
        });
        return returns;
    }

    /** One after the other: two at once would only be in each other's way, for they change the same order. */
    private void giveBack(Placed order, List<Match> matches) {
        Map<String, Match> open = new LinkedHashMap<>();
        for (Match match : matches) {
            Answer asked = api.post(
                    "/api/v1/orders/" + order.id() + "/returns",
                    Bodies.Return.of(match),
                    Keys.of(match.cancellation()));
            String id = asked.text("returnId");
            if (accepted(match, asked)
                    && accepted(match, step(id, "approval", Map.of()))
                    && accepted(match, step(id, "receipt", Bodies.Receipts.of(warehouse, match)))) {
                open.put(id, match);
            }
        }
        watch.until(order, now -> {
            now.body().path("returns").forEach(one -> end(one, open));
            return open.isEmpty() ? true : null;
        });
        open.values().forEach(match -> returns.refused(match, "is not refunded yet"));
    }

    private Answer step(String id, String step, Object body) {
        return api.post("/api/v1/returns/" + id + "/" + step, body, Keys.ofStep(step, id));
    }

    private boolean accepted(Match match, Answer answer) {
        if (!answer.isSuccess()) {
            returns.refused(match, answer.complaint());
        }
        return answer.isSuccess();
    }

    private void end(JsonNode one, Map<String, Match> open) {
        if (!one.path("status").asString("").equals("CLOSED")) {
            return;
        }
        Match match = open.remove(one.path("returnId").asString(""));
        if (match != null && !one.path("outcome").asString("").equals("REFUNDED")) {
            returns.refused(match, "is closed without a refund");
        } else if (match != null) {
            returns.refunded(new BigDecimal(one.path("refund").path("amount").asString("0")));
        }
    }
}
