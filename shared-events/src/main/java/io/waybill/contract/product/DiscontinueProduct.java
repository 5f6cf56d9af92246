package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a product out of the catalogue: it cannot be ordered any more. */
public record DiscontinueProduct(@TargetAggregateIdentifier Sku sku) implements ProductCommand {}
