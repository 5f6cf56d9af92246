package io.waybill.query.stocklevel;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much there is of a SKU: the sums over its warehouses, and each of them.
 *
 * @param available on hand and not reserved
 */
record StockAnswer(String sku, long onHand, long reserved, long available, List<Level> warehouses) {
    static StockAnswer of(String sku, List<StockLevel> levels) {
        return new StockAnswer(
                sku,
                sum(levels, level -> level.onHand),
                sum(levels, level -> level.reserved),
                sum(levels, level -> level.available),
                levels.stream().map(Level::of).toList());
    }

    private static long sum(List<StockLevel> levels, ToLongFunction<StockLevel> part) {
        return levels.stream().mapToLong(part).sum();
    }

    /** @param version of the last event of this SKU in this warehouse */
    record Level(String warehouse, long onHand, long reserved, long available, long version) {
        static Level of(StockLevel level) {
            return new Level(level.warehouse, level.onHand, level.reserved, level.available, level.version);
        }
    }
}
