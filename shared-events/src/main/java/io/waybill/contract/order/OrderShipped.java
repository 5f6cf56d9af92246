package io.waybill.contract.order;

import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The last shipment left; {@code value} is what the customer pays for it. */
@Revision("1")
public record OrderShipped(OrderId orderId, ShipmentId shipmentId, List<ShipmentItem> items, Money value)
        implements OrderEvent {
    public OrderShipped {
        items = List.copyOf(items);
    }
}
