package io.waybill.contract.order;

import io.waybill.contract.shipment.ShipmentId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything arrived that was not lost for good. */
@Revision("1")
public record OrderDelivered(OrderId orderId, List<ShipmentId> lost) implements OrderEvent {
    public OrderDelivered {
        lost = List.copyOf(lost);
    }
}
