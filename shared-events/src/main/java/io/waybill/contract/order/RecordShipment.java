package io.waybill.contract.order;

import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/**
 * A shipment of the order is about to leave; the order says whether it may.
 *
 * @param amendment the one it was packed for
 * @param value what the customer pays for it
 */
public record RecordShipment(
        @TargetAggregateIdentifier OrderId orderId,
        ShipmentId shipmentId,
        int amendment,
        List<ShipmentItem> items,
        Money value)
        implements OrderCommand {
    public RecordShipment {
        items = List.copyOf(items);
    }
}
