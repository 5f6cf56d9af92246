package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.BigMoney;

/** Sell a product at another price, of the currency it had. Orders that were placed keep theirs. */
public record ChangePrice(@TargetAggregateIdentifier Sku sku, BigMoney price) implements ProductCommand {}
