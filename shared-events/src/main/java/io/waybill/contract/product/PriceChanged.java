package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;
import org.axonframework.serialization.Revision;
import org.joda.money.BigMoney;

/** A product has another price; {@code before} is what it was. */
@Revision("1")
public record PriceChanged(Sku sku, BigMoney price, BigMoney before) implements ProductEvent {}
