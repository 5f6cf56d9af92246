package io.waybill.projection.ordersearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is found: see {@code search/ordersearch.json} for what each field is good for.
 *
 * @param orderedAt ISO 8601, in UTC
 * @param version that of the order's last event; also the document's version in the index
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderDocument(
        String orderId,
        @Nullable String reference,
        @Nullable String customerId,
        @Nullable String name,
        String country,
        String status,
        Total total,
        int lineCount,
        List<String> skus,
        List<String> descriptions,
        String orderedAt,
        long version) {

    /** The document after one more event; what it has seen changes nothing. */
    static OrderDocument after(@Nullable OrderDocument before, OrderEvent event, long version) {
        if (before != null && before.version() >= version) {
            return before;
        }
        return switch (event) {
            case OrderPlaced placed -> placed(placed, version);
            case OrderConfirmed(OrderId order) -> known(before, order).with("CONFIRMED", version);
            case OrderRejected(OrderId order, var reasons) ->
                known(before, order).with("REJECTED", version);
        };
    }

    private static OrderDocument placed(OrderPlaced order, long version) {
        List<OrderLine> lines = order.lines();
        return new OrderDocument(
                order.orderId().toString(),
                order.reference(),
                Objects.toString(order.customerId(), null),
                order.shipTo().name(),
                order.shipTo().country(),
                "PLACED",
                Total.of(order.total()),
                lines.size(),
                lines.stream().map(line -> line.sku().value()).distinct().toList(),
                lines.stream().map(OrderLine::description).distinct().toList(),
                order.orderedAt().toString(),
                version);
    }

    private static OrderDocument known(@Nullable OrderDocument before, OrderId order) {
        if (before == null) {
            throw new IndexIncomplete("the index lacks order " + order + ", of which a later event came");
        }
        return before;
    }

    private OrderDocument with(String newStatus, long newVersion) {
        return new OrderDocument(
                orderId,
                reference,
                customerId,
                name,
                country,
                newStatus,
                total,
                lineCount,
                skus,
                descriptions,
                orderedAt,
                newVersion);
    }

    /** Money as everywhere in JSON. */
    record Total(String amount, String currency) {
        static Total of(Money money) {
            return new Total(
                    money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
        }
    }
}
