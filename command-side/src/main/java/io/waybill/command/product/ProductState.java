package io.waybill.command.product;

import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductEvent;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import org.joda.money.BigMoney;

/** What a product is called, what a piece of it costs, and whether it can still be ordered. */
record ProductState(String name, BigMoney price, boolean discontinued) {
    static ProductState registered(ProductRegistered event) {
        return new ProductState(event.name(), event.price(), false);
    }

    ProductState after(ProductEvent event) {
        return switch (event) {
            case ProductRegistered registered -> registered(registered);
            case ProductRevised revised -> new ProductState(revised.name(), price, discontinued);
            case PriceChanged changed -> new ProductState(name, changed.price(), discontinued);
            case ProductDiscontinued end -> new ProductState(name, price, true);
        };
    }
}
