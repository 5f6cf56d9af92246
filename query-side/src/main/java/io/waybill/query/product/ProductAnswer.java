package io.waybill.query.product;

import java.time.Instant;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/**
 * One product.
 *
 * @param price of one piece; may have more decimals than its currency's minor unit
 * @param version of its last event; also its entity tag
 */
public record ProductAnswer(
        String sku,
        String name,
        BigMoney price,
        Product.Status status,
        Instant registeredAt,
        Instant updatedAt,
        long version) {
    static ProductAnswer of(Product product) {
        return new ProductAnswer(
                product.sku,
                product.name,
                BigMoney.of(CurrencyUnit.of(product.currency), product.price),
                product.status,
                product.registeredAt,
                product.updatedAt,
                product.version);
    }
}
