package io.waybill.cli.loading;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.loading.Matching.Match;
import io.waybill.cli.loading.Outcomes.Placed;
import io.waybill.cli.terminal.Progress;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes the returns that were matched: the order is sent out and delivered, where it was not yet, the pieces are asked
 * back, approved and received, and then it waits for the refund.
 */
final class Returning {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Set<String> NEVER_DELIVERED = Set.of("REJECTED", "CANCELLED", "CLOSED");

    private final WaybillApi api;
    private final Stop stop;
    private final String warehouse;
    private final long deadlineNanos;
    private final Returns returns = new Returns();

    /** @param patience how long all of it may take */
    Returning(WaybillApi api, Stop stop, String warehouse, Duration patience) {
        this.api = api;
        this.stop = stop;
        this.warehouse = warehouse;
        this.deadlineNanos = System.nanoTime() + patience.toNanos();
    }

    Returns of(List<Match> matches, ManyAtOnce workers, Progress progress) {
        Map<Placed, List<Match>> byOrder =
                matches.stream().collect(Collectors.groupingBy(Match::order, LinkedHashMap::new, Collectors.toList()));
        workers.each(byOrder.entrySet(), order -> {
            if (isDelivered(order.getKey())) {
                giveBack(order.getKey(), order.getValue());
            }
            order.getValue().forEach(match -> progress.step());
        });
        return returns;
    }

    private boolean isDelivered(Placed placed) {
        Boolean delivered = await(placed, order -> {
            String status = order.text("status");
            if (NEVER_DELIVERED.contains(status)) {
                returns.refused(placed, "is " + status);
                return false;
            }
            if (status.equals("DELIVERED")) {
                return true;
            }
            order.body().path("shipments").forEach(shipment -> moveOn(placed, shipment));
            return null;
        });
        return delivered != null && delivered;
    }

    private void moveOn(Placed placed, JsonNode shipment) {
        String id = shipment.path("shipmentId").asString("");
        String path = "/api/v1/shipments/" + id;
        switch (shipment.path("status").asString("")) {
            case "PREPARED", "BOOKED" ->
                send(
                        placed,
                        path + "/dispatch",
                        new Bodies.Dispatch(
                                "imported", "invoice " + placed.order().invoice()),
                        Keys.ofStep("dispatch", id));
            case "DISPATCHED" -> send(placed, path + "/delivery", Map.of(), Keys.ofStep("delivery", id));
            default -> {}
        }
    }

    private void giveBack(Placed placed, List<Match> matches) {
        Map<String, Match> asked = new HashMap<>();
        for (Match match : matches) {
            @Nullable
            Answer answer = send(
                    placed,
                    "/api/v1/orders/" + placed.id() + "/returns",
                    Bodies.Return.of(match),
                    Keys.ofReturn(placed.id(), match));
            if (answer == null) {
                continue;
            }
            String id = answer.text("returnId");
            String path = "/api/v1/returns/" + id;
            asked.put(id, match);
            send(placed, path + "/approval", Map.of(), Keys.ofStep("approval", id));
            send(placed, path + "/receipt", Bodies.Receipts.of(warehouse, match), Keys.ofStep("receipt", id));
        }
        await(placed, order -> {
            order.body().path("returns").forEach(one -> {
                if (one.path("status").asString("").equals("CLOSED")
                        && asked.remove(one.path("returnId").asString("")) != null) {
                    returns.refunded(
                            new BigDecimal(one.path("refund").path("amount").asString("0")));
                }
            });
            return asked.isEmpty() ? true : null;
        });
    }

    /** @return null where it was refused, which is taken note of */
    private @Nullable Answer send(Placed placed, String path, Object body, String key) {
        Answer answer = api.post(path, body, key);
        if (answer.isSuccess()) {
            return answer;
        }
        returns.refused(placed, answer.complaint());
        return null;
    }

    /** Looks at the order until something was found out, it takes too long, or a stop was called: then null. */
    private <T> @Nullable T await(Placed placed, Function<Answer, @Nullable T> look) {
        Duration pause = FIRST_PAUSE;
        while (!stop.isCalled() && System.nanoTime() - deadlineNanos < 0) {
            Answer order = api.get("/api/v1/orders/" + placed.id());
            if (!order.isSuccess()) {
                throw GaveUp.refused("order " + placed.id(), order);
            }
            T found = look.apply(order);
            if (found != null) {
                return found;
            }
            stop.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return null;
    }
}
