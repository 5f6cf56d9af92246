package io.waybill.contract.inventory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Goods came in. {@code quantity} is 1 to 1,000,000. */
public record ReceiveStock(@TargetAggregateIdentifier StockKey stock, int quantity) implements StockCommand {
    public ReceiveStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("one piece at least comes in");
        }
    }
}
