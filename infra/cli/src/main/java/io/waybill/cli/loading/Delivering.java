package io.waybill.cli.loading;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.loading.Outcomes.Placed;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends an order out and sees it arrive, where that has not happened yet: the file tells of pieces that came back, so they
 * had arrived, but not when or how.
 */
final class Delivering {
    /** Ends that nothing can come back from. */
    private static final Set<String> OVER = Set.of("REJECTED", "CANCELLED", "CLOSED");

    private final WaybillApi api;
    private final OrderWatch watch;

    Delivering(WaybillApi api, OrderWatch watch) {
        this.api = api;
        this.watch = watch;
    }

    /**
     * Returns when the order is delivered and paid: what is not captured yet could not be refunded.
     *
     * @return what is in the way; null if nothing is
     */
    @Nullable
    String complaint(Placed placed) {
        Set<String> sent = new HashSet<>();
        String found = watch.until(placed, order -> {
            String status = order.text("status");
            if (OVER.contains(status)) {
                return "the order is " + status;
            }
            if (status.equals("DELIVERED")) {
                return isPaid(order) ? "" : null;
            }
            for (JsonNode shipment : order.body().path("shipments")) {
                String complaint = sendOut(placed, shipment, sent);
                if (complaint != null) {
                    return complaint;
                }
            }
            return null;
        });
        if (found == null) {
            return "the order is not delivered and paid";
        }
        return found.isEmpty() ? null : found;
    }

    private @Nullable String sendOut(Placed placed, JsonNode shipment, Set<String> sent) {
        String id = shipment.path("shipmentId").asString("");
        String path = "/api/v1/shipments/" + id;
        String status = shipment.path("status").asString("");
        boolean packed = status.equals("PREPARED") || status.equals("BOOKED");
        if (!(packed || status.equals("DISPATCHED")) || !sent.add(id)) {
            return null;
        }
        if (packed) {
            Bodies.Dispatch dispatch =
                    new Bodies.Dispatch("imported", "invoice " + placed.order().invoice());
            Answer answer = api.post(path + "/dispatch", dispatch, Keys.ofStep("dispatch", id));
            if (!answer.isSuccess()) {
                return answer.complaint();
            }
        }
        Answer answer = api.post(path + "/delivery", Map.of(), Keys.ofStep("delivery", id));
        return answer.isSuccess() ? null : answer.complaint();
    }

    private static boolean isPaid(Answer order) {
        BigDecimal captured = BigDecimal.ZERO;
        for (JsonNode payment : order.body().path("payments")) {
            captured = captured.add(pounds(payment.path("captured")));
        }
        return captured.compareTo(pounds(order.body().path("total"))) >= 0;
    }

    private static BigDecimal pounds(JsonNode money) {
        return new BigDecimal(money.path("amount").asString("0"));
    }
}
