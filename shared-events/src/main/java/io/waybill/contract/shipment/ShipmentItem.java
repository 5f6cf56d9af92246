package io.waybill.contract.shipment;

import io.waybill.contract.inventory.Sku;

/** Pieces of one line group. {@code group} is the reservation they were held under. */
public record ShipmentItem(int group, Sku sku, int quantity) {}
