package io.waybill.query.ordersummary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One order with its lines. What an order does not have is left out.
 *
 * @param rejections why it was rejected; empty otherwise
 * @param orderedAt when the customer ordered, which for an imported order is long ago
 * @param placedAt when it was placed here
 * @param version of the order's last event; also its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderAnswer(
        UUID orderId,
        @Nullable String reference,
        @Nullable String customerId,
        OrderStatus status,
        ShipTo shipTo,
        Money total,
        List<Line> lines,
        List<Rejection> rejections,
        Instant orderedAt,
        Instant placedAt,
        Instant updatedAt,
        long version) {

    static OrderAnswer of(WholeOrder order) {
        return new OrderAnswer(
                order.orderId,
                order.reference,
                order.customerId,
                order.status,
                new ShipTo(order.name, order.street, order.city, order.postcode, order.country),
                order.money(),
                order.lines,
                order.rejections,
                order.orderedAt,
                order.placedAt,
                order.updatedAt,
                order.version);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShipTo(
            @Nullable String name,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postcode,
            String country) {}

    record Line(int number, String sku, String description, int quantity, BigMoney unitPrice, Money total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejection(String reason, @Nullable String sku, String detail) {}
}
