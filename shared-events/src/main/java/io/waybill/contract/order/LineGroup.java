package io.waybill.contract.order;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import java.util.List;

/**
 * All lines of an order that ask for the same SKU: what is reserved as one.
 *
 * @param number from 1 within the order
 * @param quantity the sum over the lines
 * @param sources the warehouses that have ever held the SKU, first choice first; empty when none has
 */
public record LineGroup(int number, Sku sku, int quantity, List<WarehouseId> sources) {
    public LineGroup {
        if (number < 1 || quantity < 1) {
            throw new IllegalArgumentException("a line group has a number and a quantity, both from 1");
        }
        sources = List.copyOf(sources);
    }
}
