package io.waybill.contract.product;

import io.waybill.contract.inventory.Sku;
import org.axonframework.serialization.Revision;

/** A product cannot be ordered any more. */
@Revision("1")
public record ProductDiscontinued(Sku sku) implements ProductEvent {}
