package io.waybill.contract.inventory;

import io.waybill.contract.order.OrderId;
import org.axonframework.serialization.Revision;

/** There was too little: {@code available} is how much could have been held. */
@Revision("1")
public record StockReservationRejected(StockKey stock, ReservationId reservation, int quantity, int available)
        implements StockEvent {
    /** The order for which it is held; what its saga is found by. */
    public OrderId orderId() {
        return reservation.order();
    }
}
