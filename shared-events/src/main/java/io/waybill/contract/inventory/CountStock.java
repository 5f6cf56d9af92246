package io.waybill.contract.inventory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** So many were counted on the shelf, 0 to 1,000,000,000; {@code note} is for a person. */
public record CountStock(
        @TargetAggregateIdentifier StockKey stock,
        int counted,
        @Nullable String note) implements StockCommand {
    public CountStock {
        if (counted < 0) {
            throw new IllegalArgumentException("no less than nothing can be counted");
        }
    }
}
