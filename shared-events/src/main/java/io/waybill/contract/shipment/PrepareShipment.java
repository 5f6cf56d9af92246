package io.waybill.contract.shipment;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ShippingAddress;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Pack what is held in one warehouse. {@code value} is what it costs the customer; {@code amendment} the one of the order it is packed for; {@code replaces} a shipment that was lost. */
public record PrepareShipment(
        @TargetAggregateIdentifier ShipmentId shipmentId,
        OrderId orderId,
        int amendment,
        WarehouseId warehouse,
        List<ShipmentItem> items,
        Money value,
        ShippingAddress shipTo,
        @Nullable ShipmentId replaces)
        implements ShipmentCommand {
    public PrepareShipment {
        items = List.copyOf(items);
    }
}
