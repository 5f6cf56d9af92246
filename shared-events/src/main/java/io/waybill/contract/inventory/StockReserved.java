package io.waybill.contract.inventory;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** Pieces are held for a line group and no longer available to others. */
@Revision("1")
public record StockReserved(StockKey stock, ReservationId reservation, int quantity) implements StockEvent {
    /** The order for which it is held; what its saga is found by. */
    public OrderId orderId() {
        return reservation.order();
    }
}
