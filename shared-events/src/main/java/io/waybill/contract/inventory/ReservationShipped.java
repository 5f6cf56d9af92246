package io.waybill.contract.inventory;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.shipment.ShipmentId;
import org.axonframework.serialization.Revision;

/** Pieces that were held have left the warehouse, in this shipment. */
@Revision("1")
public record ReservationShipped(StockKey stock, ReservationId reservation, ShipmentId shipment, int quantity)
        implements StockEvent {

    /** The order for which it was held; what its saga is found by. */
    public OrderId orderId() {
        return reservation.order();
    }
}
