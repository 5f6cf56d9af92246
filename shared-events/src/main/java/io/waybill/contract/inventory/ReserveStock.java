package io.waybill.contract.inventory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Hold pieces for a line group; repeating it changes nothing. */
public record ReserveStock(@TargetAggregateIdentifier StockKey stock, ReservationId reservation, int quantity)
        implements StockCommand {}
