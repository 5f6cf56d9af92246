package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;

/** What can happen in the catalogue. */
public sealed interface ProductEvent permits ProductRegistered, ProductRevised, PriceChanged, ProductDiscontinued {
    Sku sku();
}
