package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;

/** What a product is called, what a piece of it costs, and whether it can still be ordered. */
final class ProductFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry(
                    "ProductRegistered",
                    (state, event) -> state.take(event, "sku", "name", "price").set("discontinued", false)),
            entry("ProductRevised", (state, event) -> state.take(event, "name")),
            entry("PriceChanged", (state, event) -> state.take(event, "price")),
            entry("ProductDiscontinued", (state, event) -> state.set("discontinued", true)));

    private ProductFold() {}
}
