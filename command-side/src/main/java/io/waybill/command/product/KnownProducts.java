package io.waybill.command.product;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.ProductRegistered;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which SKUs can be ordered, and at what price. Written in the transaction that stores the event, so that a product which
 * was registered a moment ago can be ordered now.
 */
@Component
@ProcessingGroup("lookups")
public class KnownProducts {
    private final JdbcClient jdbc;

    KnownProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A product as an order needs it. */
    public record KnownProduct(Sku sku, String name, BigMoney price) {}

    /** Those of the SKUs that are known, by SKU. */
    public Map<Sku, KnownProduct> find(Collection<Sku> skus) {
        return jdbc
                .sql("select sku, name, price, currency from known_product where sku = any (?)")
                .param(skus.stream().map(Sku::value).toArray(String[]::new))
                .query((row, number) -> new KnownProduct(
                        Sku.of(row.getString(1)),
                        row.getString(2),
                        BigMoney.of(CurrencyUnit.of(row.getString(4)), row.getBigDecimal(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownProduct::sku, Function.identity()));
    }

    @EventHandler
    void on(ProductRegistered event) {
        jdbc.sql("insert into known_product (sku, name, price, currency) values (?, ?, ?, ?)")
                .params(
                        event.sku().value(),
                        event.name(),
                        event.price().getAmount(),
                        event.price().getCurrencyUnit().getCode())
                .update();
    }
}
