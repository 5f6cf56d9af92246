package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;
import org.axonframework.serialization.Revision;

/** A product is called something else. */
@Revision("1")
public record ProductRevised(Sku sku, String name) implements ProductEvent {}
