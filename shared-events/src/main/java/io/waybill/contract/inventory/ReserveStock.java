package io.waybill.contract.inventory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Hold pieces, one at least, for a line group; repeating it changes nothing. Once it was given back or shipped, it is never held again. */
public record ReserveStock(@TargetAggregateIdentifier StockKey stock, ReservationId reservation, int quantity)
        implements StockCommand {
    public ReserveStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("a reservation is for one piece at least");
        }
    }
}
