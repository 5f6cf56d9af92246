package io.waybill.contract.order;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order cannot be filled or paid; whatever was held for it has been given back. */
public record RejectOrder(@TargetAggregateIdentifier OrderId orderId, List<Rejection> reasons) implements OrderCommand {
    public RejectOrder {
        reasons = List.copyOf(reasons);
    }
}
