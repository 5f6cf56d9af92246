package io.waybill.contract.inventory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give back what is held beyond {@code keep} pieces; nothing happens where no more is held. */
public record ReleaseReservation(@TargetAggregateIdentifier StockKey stock, ReservationId reservation, int keep)
        implements StockCommand {
    public ReleaseReservation {
        if (keep < 0) {
            throw new IllegalArgumentException("no less than nothing can be kept");
        }
    }
}
