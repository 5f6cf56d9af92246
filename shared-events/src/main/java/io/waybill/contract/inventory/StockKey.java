package io.waybill.contract.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/** Names the stock of one SKU in one warehouse; written {@code SKU@WAREHOUSE}. */
public record StockKey(Sku sku, WarehouseId warehouse) {
    public StockKey {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(warehouse, "warehouse");
    }

    /** @throws IllegalArgumentException if the text is not {@code SKU@WAREHOUSE} */
    @JsonCreator
    public static StockKey of(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("not a stock key, which is SKU@WAREHOUSE");
        }
        return new StockKey(Sku.of(text.substring(0, at)), WarehouseId.of(text.substring(at + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return sku + "@" + warehouse;
    }
}
