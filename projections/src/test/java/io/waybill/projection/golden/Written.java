package io.waybill.projection.golden;

import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.VoidRequested;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event's JSON under a stored name and revision. */
record Written(String name, int revision, String json) {
    private static final JsonMapper JSON = new JsonMapper();

    static Written asIs(SerializedObject<String> event) {
        return new Written(
                event.getType().getName(), Integer.parseInt(event.getType().getRevision()), event.getData());
    }

    /** As the first release wrote it, which knew no payments but one with one card; what it could not say is as of today. */
    static Written early(Object payload, SerializedObject<String> today) {
        ObjectNode json = (ObjectNode) JSON.readTree(today.getData());
        return switch (payload) {
            case OrderPlaced order when isByCard(order) -> orderPlaced(order, json);
            case PaymentRequested payment
            when payment.means().cardToken() != null -> {
                json.remove("means");
                json.put("cardToken", payment.means().cardToken());
                yield new Written("PaymentRequested", 1, json.toString());
            }
            case VoidRequested payment
            when payment.wallet() == null -> {
                json.remove("wallet");
                yield new Written("VoidRequested", 1, json.toString());
            }
            default -> asIs(today);
        };
    }

    private static boolean isByCard(OrderPlaced order) {
        return order.payments().size() == 1
                && order.payments().getFirst().means().cardToken() != null
                && order.onShortStock() == ShortStock.REJECT
                && order.onLoss() == LostShipment.REFUND;
    }

    private static Written orderPlaced(OrderPlaced order, ObjectNode json) {
        PaymentMeans means = order.payments().getFirst().means();
        ObjectNode first = JSON.createObjectNode();
        first.set("orderId", json.get("orderId"));
        first.put("paymentId", order.payments().getFirst().paymentId().toString());
        List.of("customerId", "reference", "shipTo", "lines", "groups", "total")
                .forEach(field -> first.set(field, json.get(field)));
        first.put("cardToken", means.cardToken());
        first.set("orderedAt", json.get("orderedAt"));
        return new Written("OrderPlaced", 1, first.toString());
    }
}
