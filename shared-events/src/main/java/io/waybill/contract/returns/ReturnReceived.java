package io.waybill.contract.returns;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** They arrived; {@code refund} is what is given back for them. */
@Revision("1")
public record ReturnReceived(
        ReturnId returnId, OrderId orderId, WarehouseId warehouse, List<ReceivedItem> items, Money refund)
        implements ReturnEvent {
    public ReturnReceived {
        items = List.copyOf(items);
    }
}
