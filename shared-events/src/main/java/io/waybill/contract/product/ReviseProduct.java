package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Call a product something else. {@code name} has 1 to 200 characters. */
public record ReviseProduct(@TargetAggregateIdentifier Sku sku, String name) implements ProductCommand {}
