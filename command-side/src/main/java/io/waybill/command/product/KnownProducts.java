package io.waybill.command.product;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
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
 * Which SKUs are known, at what price, and whether they can still be ordered. Written in the transaction that stores the
 * event, so that a product which was registered a moment ago can be ordered now, and one that was discontinued cannot.
 */
@Component
@ProcessingGroup("lookups")
public class KnownProducts {
    private final JdbcClient jdbc;

    KnownProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A product as an order needs it.
     *
     * @param discontinued whether it cannot be ordered any more; there may be stock of it all the same
     */
    public record KnownProduct(Sku sku, String name, BigMoney price, boolean discontinued) {}

    /** Those of the SKUs that are known, by SKU. */
    public Map<Sku, KnownProduct> find(Collection<Sku> skus) {
        return jdbc
                .sql("select sku, name, price, currency, discontinued from known_product where sku = any (?)")
                .param(skus.stream().map(Sku::value).toArray(String[]::new))
                .query((row, number) -> new KnownProduct(
                        Sku.of(row.getString(1)),
                        row.getString(2),
                        BigMoney.of(CurrencyUnit.of(row.getString(4)), row.getBigDecimal(3)),
                        row.getBoolean(5)))
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

    @EventHandler
    void on(ProductRevised event) {
        jdbc.sql("update known_product set name = ? where sku = ?")
                .params(event.name(), event.sku().value())
                .update();
    }

    @EventHandler
    void on(PriceChanged event) {
        jdbc.sql("update known_product set price = ? where sku = ?")
                .params(event.price().getAmount(), event.sku().value())
                .update();
    }

    @EventHandler
    void on(ProductDiscontinued event) {
        jdbc.sql("update known_product set discontinued = true where sku = ?")
                .param(event.sku().value())
                .update();
    }
}
