package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;
import org.axonframework.serialization.Revision;
import org.joda.money.BigMoney;

/** A SKU can be ordered. */
@Revision("1")
public record ProductRegistered(Sku sku, String name, BigMoney price) implements ProductEvent {}
