package io.waybill.query.ordersummary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.parameter.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;

/**
 * Orders, newest first.
 *
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record OrderPage(List<Item> items, @Nullable String next) {

    static OrderPage of(Window<ListedOrder> window) {
        List<ListedOrder> orders = window.getContent();
        return new OrderPage(
                orders.stream().map(Item::of).toList(),
                window.hasNext() ? Cursor.of(orders.getLast().orderedAt, orders.getLast().orderId) : null);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID orderId,
            @Nullable String reference,
            @Nullable String customerId,
            OrderStatus status,
            String country,
            Money total,
            int lineCount,
            Instant orderedAt,
            Instant placedAt,
            Instant updatedAt,
            long version) {

        static Item of(ListedOrder order) {
            return new Item(
                    order.orderId,
                    order.reference,
                    order.customerId,
                    order.status,
                    order.country,
                    order.money(),
                    order.lineCount,
                    order.orderedAt,
                    order.placedAt,
                    order.updatedAt,
                    order.version);
        }
    }
}
