package io.waybill.query.stocklevel;

import io.waybill.query.parameter.KeysetQuery.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Levels, in the order that was asked for.
 *
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record StockPage(List<Item> items, @Nullable String next) {
    static StockPage of(Slice<Item> slice) {
        return new StockPage(slice.items(), slice.next());
    }

    /**
     * How much there is of a SKU in one warehouse.
     *
     * @param available on hand and not reserved
     * @param version of the last event of this SKU in this warehouse
     */
    record Item(String sku, String warehouse, long onHand, long reserved, long available, long version) {
        static Item of(StockLevel level) {
            return new Item(level.sku, level.warehouse, level.onHand, level.reserved, level.available, level.version);
        }
    }
}
