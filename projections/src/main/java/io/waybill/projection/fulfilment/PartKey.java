package io.waybill.projection.fulfilment;

import io.waybill.contract.order.OrderId;
import java.util.UUID;

/** Names a part: the order, and what is a part of it. */
record PartKey(UUID orderId, Part.Kind kind, String id) {
    static PartKey of(OrderId order, Part.Kind kind, Object id) {
        return new PartKey(order.value(), kind, id.toString());
    }
}
