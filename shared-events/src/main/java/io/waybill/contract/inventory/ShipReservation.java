package io.waybill.contract.inventory;

import io.waybill.contract.shipment.ShipmentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What was held for this shipment left the warehouse; repeating it for the same shipment changes nothing. */
public record ShipReservation(
        @TargetAggregateIdentifier StockKey stock, ReservationId reservation, ShipmentId shipment, int quantity)
        implements StockCommand {
    public ShipReservation {
        if (quantity < 1) {
            throw new IllegalArgumentException("one piece at least is shipped");
        }
    }
}
