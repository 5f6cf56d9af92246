package io.waybill.contract.order;

import io.waybill.contract.shipment.ShipmentId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** All shipments arrived but these, which are {@code lost} for good. */
public record RecordDelivery(@TargetAggregateIdentifier OrderId orderId, List<ShipmentId> lost)
        implements OrderCommand {
    public RecordDelivery {
        lost = List.copyOf(lost);
    }
}
