package io.waybill.projection.productsearch;

import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductEvent;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import io.waybill.projection.elastic.Document;
import io.waybill.projection.elastic.IndexIncomplete;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is found: see {@code search/productsearch.json} for what each field is good for.
 *
 * @param version that of the product's last event
 */
record ProductDocument(String sku, String name, Price price, String status, long version) implements Document {
    @Override
    public String id() {
        return sku;
    }

    /** The document after one more event; what it has seen changes nothing. */
    static ProductDocument after(@Nullable ProductDocument before, ProductEvent event, long version) {
        if (before != null && before.version() >= version) {
            return before;
        }
        return switch (event) {
            case ProductRegistered product ->
                new ProductDocument(
                        product.sku().value(), product.name(), Price.of(product.price()), "ACTIVE", version);
            case ProductRevised revised -> known(before, event).called(revised.name(), version);
            case PriceChanged changed -> known(before, event).at(Price.of(changed.price()), version);
            case ProductDiscontinued _ -> known(before, event).discontinued(version);
        };
    }

    private ProductDocument called(String newName, long newVersion) {
        return new ProductDocument(sku, newName, price, status, newVersion);
    }

    private ProductDocument at(Price newPrice, long newVersion) {
        return new ProductDocument(sku, name, newPrice, status, newVersion);
    }

    private ProductDocument discontinued(long newVersion) {
        return new ProductDocument(sku, name, price, "DISCONTINUED", newVersion);
    }

    private static ProductDocument known(@Nullable ProductDocument before, ProductEvent event) {
        if (before == null) {
            throw new IndexIncomplete(
                    "the index lacks product " + event.sku() + ", of which a later event came", ProductSearchView.NAME);
        }
        return before;
    }

    /** Money as everywhere in JSON. */
    record Price(String amount, String currency) {
        static Price of(BigMoney money) {
            return new Price(
                    money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
        }
    }
}
