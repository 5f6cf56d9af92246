package io.waybill.contract.inventory;

import io.waybill.contract.returns.ReturnId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Pieces came back and can be sold again; repeating it for the same return and line changes nothing. */
public record RestockReturn(@TargetAggregateIdentifier StockKey stock, ReturnId returnId, int line, int quantity)
        implements StockCommand {
    public RestockReturn {
        if (quantity < 1) {
            throw new IllegalArgumentException("one piece at least comes back");
        }
    }
}
