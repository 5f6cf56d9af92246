package io.waybill.projection.ordersearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.ShippingAddress;
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
            case OrderAmended amended -> known(before, event).amended(amended, version);
            case OrderConfirmed _ -> known(before, event).with("CONFIRMED", version);
            case OrderRejected _ -> known(before, event).with("REJECTED", version);
            case OrderCancelled _ -> known(before, event).with("CANCELLED", version);
            case OrderPartiallyShipped _ -> known(before, event).with("PARTIALLY_SHIPPED", version);
            case OrderShipped _ -> known(before, event).with("SHIPPED", version);
            case OrderDelivered _ -> known(before, event).with("DELIVERED", version);
            case OrderClosed _ -> known(before, event).with("CLOSED", version);
            case OrderReturnOpened _, OrderReturnSettled _, OrderRefundRequested _ -> {
                OrderDocument same = known(before, event);
                yield same.with(same.status(), version);
            }
            case OrderPersonalDataErased _ -> {
                OrderDocument forgotten = known(before, event).withoutPerson();
                yield forgotten.with(forgotten.status(), version);
            }
        };
    }

    private static OrderDocument placed(OrderPlaced order, long version) {
        return of(
                order.orderId(),
                order.reference(),
                Objects.toString(order.customerId(), null),
                order.shipTo(),
                "PLACED",
                order.total(),
                order.lines(),
                order.orderedAt().toString(),
                version);
    }

    private OrderDocument amended(OrderAmended order, long newVersion) {
        return of(
                order.orderId(),
                reference,
                customerId,
                order.shipTo(),
                status,
                order.total(),
                order.lines(),
                orderedAt,
                newVersion);
    }

    private static OrderDocument of(
            OrderId order,
            @Nullable String reference,
            @Nullable String customerId,
            ShippingAddress to,
            String status,
            Money total,
            List<OrderLine> lines,
            String orderedAt,
            long version) {
        return new OrderDocument(
                order.toString(),
                reference,
                customerId,
                to.name(),
                to.country(),
                status,
                Total.of(total),
                lines.size(),
                lines.stream().map(line -> line.sku().value()).distinct().toList(),
                lines.stream().map(OrderLine::description).distinct().toList(),
                orderedAt,
                version);
    }

    /** The same without anything that tells of a person; its version stays, because a customer's erasure is no event of the order. */
    OrderDocument withoutPerson() {
        return new OrderDocument(
                orderId,
                reference,
                customerId,
                null,
                country,
                status,
                total,
                lineCount,
                skus,
                descriptions,
                orderedAt,
                version);
    }

    private static OrderDocument known(@Nullable OrderDocument before, OrderEvent event) {
        if (before == null) {
            throw new IndexIncomplete("the index lacks order " + event.orderId() + ", of which a later event came");
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
