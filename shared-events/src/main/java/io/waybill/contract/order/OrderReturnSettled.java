package io.waybill.contract.order;

import io.waybill.contract.returns.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What came back of a return; pieces that did not can be returned another time. */
@Revision("1")
public record OrderReturnSettled(OrderId orderId, ReturnId returnId, List<ReturnItem> items) implements OrderEvent {
    public OrderReturnSettled {
        items = List.copyOf(items);
    }
}
