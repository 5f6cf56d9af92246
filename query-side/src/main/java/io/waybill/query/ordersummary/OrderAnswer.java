package io.waybill.query.ordersummary;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.query.fulfilment.Amendment;
import io.waybill.query.fulfilment.Life;
import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.fulfilment.Payment;
import io.waybill.query.fulfilment.Progress;
import io.waybill.query.fulfilment.Return;
import io.waybill.query.fulfilment.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One order with its whole life. What an order does not have is left out. Lines, total and address are those of the last
 * amendment.
 *
 * @param rejections why it was rejected; empty otherwise
 * @param fulfilment where it stands; none while only the order itself has reached the views
 * @param orderedAt when the customer ordered, which for an imported order is long ago
 * @param placedAt when it was placed here
 * @param version of the order's own last event; also its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderAnswer(
        UUID orderId,
        @Nullable String reference,
        @Nullable String customerId,
        OrderStatus status,
        ShipTo shipTo,
        Money total,
        List<Line> lines,
        List<Rejection> rejections,
        List<Amendment> amendments,
        List<Payment> payments,
        List<Shipment> shipments,
        List<Return> returns,
        @Nullable Progress fulfilment,
        Instant orderedAt,
        Instant placedAt,
        Instant updatedAt,
        long version) {

    static OrderAnswer of(WholeOrder order, Optional<Life> life) {
        return new OrderAnswer(
                order.orderId,
                order.reference,
                order.customerId,
                order.status,
                new ShipTo(order.name, order.street, order.city, order.postcode, order.country),
                order.money(),
                order.lines,
                order.rejections,
                life.map(Life::amendments).orElse(List.of()),
                life.map(Life::payments).orElse(List.of()),
                life.map(Life::shipments).orElse(List.of()),
                life.map(Life::returns).orElse(List.of()),
                life.map(Progress::of).orElse(null),
                order.orderedAt,
                order.placedAt,
                order.updatedAt,
                order.version);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ShipTo(
            @Nullable String name,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postcode,
            String country) {}

    public record Line(int number, String sku, String description, int quantity, BigMoney unitPrice, Money total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejection(String reason, @Nullable String sku, String detail) {}
}
