package io.waybill.contract.inventory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give back what is held; nothing happens where nothing is held. */
public record ReleaseReservation(@TargetAggregateIdentifier StockKey stock, ReservationId reservation)
        implements StockCommand {}
