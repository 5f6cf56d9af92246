package io.waybill.contract.order;

import java.util.List;
import org.axonframework.serialization.Revision;

/** The order ended without being filled, for these reasons. */
@Revision("1")
public record OrderRejected(OrderId orderId, List<Rejection> reasons) implements OrderEvent {
    public OrderRejected {
        reasons = List.copyOf(reasons);
    }
}
