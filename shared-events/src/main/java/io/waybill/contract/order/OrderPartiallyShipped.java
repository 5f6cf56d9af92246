package io.waybill.contract.order;

import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import org.axonframework.serialization.Revision;

/** A shipment left, and others are to follow. */
@Revision("1")
public record OrderPartiallyShipped(OrderId orderId, ShipmentId shipmentId, List<ShipmentItem> items)
        implements OrderEvent {
    public OrderPartiallyShipped {
        items = List.copyOf(items);
    }
}
