package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;

/** What the catalogue can be told to do. */
public sealed interface ProductCommand permits RegisterProduct, ReviseProduct, ChangePrice, DiscontinueProduct {
    Sku sku();
}
