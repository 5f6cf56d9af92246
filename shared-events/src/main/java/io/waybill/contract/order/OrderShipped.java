package io.waybill.contract.order;

import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The last shipment left. */
@Revision("1")
public record OrderShipped(OrderId orderId, ShipmentId shipmentId, List<ShipmentItem> items) implements OrderEvent {
    public OrderShipped {
        items = List.copyOf(items);
    }
}
