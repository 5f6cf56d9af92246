package io.waybill.contract.order;

import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A shipment of the order is about to leave; the order says whether it may. {@code amendment} is the one it was packed for. */
public record RecordShipment(
        @TargetAggregateIdentifier OrderId orderId, ShipmentId shipmentId, int amendment, List<ShipmentItem> items)
        implements OrderCommand {
    public RecordShipment {
        items = List.copyOf(items);
    }
}
