package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.BigMoney;

/** Make a SKU orderable. {@code price} is for one piece, positive, and may have more decimals than its currency's minor unit. */
public record RegisterProduct(@TargetAggregateIdentifier Sku sku, String name, BigMoney price)
        implements ProductCommand {}
