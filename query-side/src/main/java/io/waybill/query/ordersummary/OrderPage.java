package io.waybill.query.ordersummary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.parameter.KeysetQuery.Slice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Orders, in the order that was asked for.
 *
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
public record OrderPage(List<Item> items, @Nullable String next) {
    static OrderPage of(Slice<Item> slice) {
        return new OrderPage(slice.items(), slice.next());
    }

    /** One order of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
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
            long version) {}
}
