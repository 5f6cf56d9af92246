package io.waybill.contract.order;

import io.waybill.contract.returns.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Pieces are to come back, and cannot be asked for a second time. */
@Revision("1")
public record OrderReturnOpened(OrderId orderId, ReturnId returnId, List<ReturnItem> items) implements OrderEvent {
    public OrderReturnOpened {
        items = List.copyOf(items);
    }
}
