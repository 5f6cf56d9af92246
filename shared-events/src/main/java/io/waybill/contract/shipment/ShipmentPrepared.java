package io.waybill.contract.shipment;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ShippingAddress;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** It is packed and can leave. */
@Revision("1")
public record ShipmentPrepared(
        ShipmentId shipmentId,
        OrderId orderId,
        int amendment,
        WarehouseId warehouse,
        List<ShipmentItem> items,
        Money value,
        ShippingAddress shipTo,
        @Nullable ShipmentId replaces)
        implements ShipmentEvent {
    public ShipmentPrepared {
        items = List.copyOf(items);
    }
}
