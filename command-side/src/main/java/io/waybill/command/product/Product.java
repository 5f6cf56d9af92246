package io.waybill.command.product;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.ProductEvent;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.RegisterProduct;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A product. A SKU is registered once: the event store refuses a second stream under the same key. */
@Aggregate
final class Product {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable Sku sku;

    /** For Axon, which then applies the product's history. */
    Product() {}

    @CommandHandler
    Product(RegisterProduct command) {
        apply(new ProductRegistered(command.sku(), command.name(), command.price()));
    }

    @EventSourcingHandler
    void on(ProductEvent event) {
        sku = event.sku();
    }
}
