package io.waybill.contract.inventory;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** What was held is available again. */
@Revision("1")
public record ReservationReleased(StockKey stock, ReservationId reservation, int quantity) implements StockEvent {
    /** The order for which it is held; what its saga is found by. */
    public OrderId orderId() {
        return reservation.order();
    }
}
