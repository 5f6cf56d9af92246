package io.waybill.query.graphql;

import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.ordersummary.OrderAnswer;
import io.waybill.query.ordersummary.OrderPage.Item;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order of the schema. What stands in a list is here already; the rest is read for all orders of an answer together, if
 * it is asked for.
 *
 * @param whole null until it is read
 */
public record OrderNode(Item item, @Nullable OrderAnswer whole) {
    static OrderNode of(Item item) {
        return new OrderNode(item, null);
    }

    static OrderNode of(OrderAnswer order) {
        return new OrderNode(
                new Item(
                        order.orderId(),
                        order.reference(),
                        order.customerId(),
                        order.status(),
                        order.shipTo().country(),
                        order.total(),
                        order.lines().size(),
                        order.orderedAt(),
                        order.placedAt(),
                        order.updatedAt(),
                        order.version()),
                order);
    }

    public UUID orderId() {
        return item.orderId();
    }

    public @Nullable String reference() {
        return item.reference();
    }

    public @Nullable String customerId() {
        return item.customerId();
    }

    public OrderStatus status() {
        return item.status();
    }

    public String country() {
        return item.country();
    }

    public Money total() {
        return item.total();
    }

    public int lineCount() {
        return item.lineCount();
    }

    public Instant orderedAt() {
        return item.orderedAt();
    }

    public Instant placedAt() {
        return item.placedAt();
    }

    public Instant updatedAt() {
        return item.updatedAt();
    }

    public long version() {
        return item.version();
    }
}
