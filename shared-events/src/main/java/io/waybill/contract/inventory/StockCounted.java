package io.waybill.contract.inventory;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** So many stand on the shelf. {@code before} is what was thought to be on hand; {@code uncovered} is by how much the count is below what is reserved, 0 when it is not. */
@Revision("1")
public record StockCounted(
        StockKey stock,
        int counted,
        int before,
        int uncovered,
        @Nullable String note) implements StockEvent {}
