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
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.projection.elastic.Document;
import io.waybill.projection.elastic.IndexIncomplete;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is found: see {@code search/ordersearch.json} for what each field is good for. It is made of the order and
 * of its shipments; each of them has a version, below which nothing changes it any more.
 *
 * @param orderedAt ISO 8601, in UTC
 * @param day that of {@code orderedAt}, in UTC
 * @param parcels shipments that a carrier knows
 * @param version that of the order's last event
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
        String day,
        List<Parcel> parcels,
        long version)
        implements Document {

    @Override
    public String id() {
        return orderId;
    }

    /** The document after one more event of the order; what it has seen changes nothing. */
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

    /**
     * The document after one more event of a shipment.
     *
     * @throws IllegalStateException if there is no document: the order's own events are parked, and so has this one to be
     */
    static OrderDocument after(@Nullable OrderDocument before, ShipmentEvent event, long version) {
        if (before == null) {
            throw new IllegalStateException(
                    "order " + event.orderId() + " is not in the index, but its shipment moves");
        }
        List<Parcel> parcels = Parcel.after(before.parcels(), event, version);
        return before.copy(before.name(), before.status(), parcels, before.version());
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
                List.of(),
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
                parcels,
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
            List<Parcel> parcels,
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
                LocalDate.ofInstant(Instant.parse(orderedAt), ZoneOffset.UTC).toString(),
                parcels,
                version);
    }

    /** The same without anything that tells of a person; its version stays, because a customer's erasure is no event of the order. */
    OrderDocument withoutPerson() {
        return copy(null, status, parcels, version);
    }

    private static OrderDocument known(@Nullable OrderDocument before, OrderEvent event) {
        if (before == null) {
            throw new IndexIncomplete(
                    "the index lacks order " + event.orderId() + ", of which a later event came", OrderSearchView.NAME);
        }
        return before;
    }

    private OrderDocument with(String newStatus, long newVersion) {
        return copy(name, newStatus, parcels, newVersion);
    }

    private OrderDocument copy(@Nullable String newName, String newStatus, List<Parcel> newParcels, long newVersion) {
        return new OrderDocument(
                orderId,
                reference,
                customerId,
                newName,
                country,
                newStatus,
                total,
                lineCount,
                skus,
                descriptions,
                orderedAt,
                day,
                newParcels,
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
