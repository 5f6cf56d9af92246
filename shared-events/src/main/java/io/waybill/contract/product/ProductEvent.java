package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;

/** What can happen in the catalogue. */
public sealed interface ProductEvent permits ProductRegistered {
    Sku sku();
}
