package io.waybill.cli.audit;

/** How one is named. */
final class Entity {
    static final String TYPES = "order, stock, payment, product, shipment, return, wallet, transfer or customer";
    static final String IDS = "The entity's id; SKU@WAREHOUSE of a stock";

    private Entity() {}
}
