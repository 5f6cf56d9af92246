package io.waybill.command.product;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.ChangePrice;
import io.waybill.contract.product.DiscontinueProduct;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductEvent;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import io.waybill.contract.product.RegisterProduct;
import io.waybill.contract.product.ReviseProduct;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A product. A SKU is registered once: the event store refuses a second stream under the same key.
 *
 * <pre>
 *  from          on                          to
 *  –             RegisterProduct             ORDERABLE
 *  ORDERABLE     ReviseProduct, ChangePrice  ORDERABLE
 *  ORDERABLE     DiscontinueProduct          DISCONTINUED (end)
 * </pre>
 *
 * A command that has already had its effect changes nothing; any other is refused. Stock of a discontinued product is
 * still received, counted and shipped: it is only not ordered any more.
 */
@Aggregate
final class Product {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable Sku sku;

    private @Nullable ProductState state;

    /** For Axon, which then applies the product's history. */
    Product() {}

    @CommandHandler
    Product(RegisterProduct command) {
        apply(new ProductRegistered(command.sku(), command.name(), command.price()));
    }

    @CommandHandler
    void handle(ReviseProduct command) {
        ProductState now = state();
        if (now.name().equals(command.name())) {
            return;
        }
        requireOrderable(now, command.sku());
        apply(new ProductRevised(command.sku(), command.name()));
    }

    @CommandHandler
    void handle(ChangePrice command) {
        ProductState now = state();
        if (!now.price().isSameCurrency(command.price())) {
            throw new ProductRefused(ProductRefused.Reason.OTHER_CURRENCY, command.sku());
        }
        if (now.price().isEqual(command.price())) {
            return;
        }
        requireOrderable(now, command.sku());
        apply(new PriceChanged(command.sku(), command.price(), now.price()));
    }

    @CommandHandler
    void handle(DiscontinueProduct command) {
        if (!state().discontinued()) {
            apply(new ProductDiscontinued(command.sku()));
        }
    }

    private static void requireOrderable(ProductState now, Sku sku) {
        if (now.discontinued()) {
            throw new ProductRefused(ProductRefused.Reason.DISCONTINUED, sku);
        }
    }

    private ProductState state() {
        return Objects.requireNonNull(state, "a product has a history");
    }

    @EventSourcingHandler
    void on(ProductEvent event) {
        sku = event.sku();
        state = event instanceof ProductRegistered first ? ProductState.registered(first) : state().after(event);
    }
}
