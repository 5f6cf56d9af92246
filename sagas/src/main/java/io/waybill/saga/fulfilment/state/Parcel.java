package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One shipment.
 *
 * @param value what it costs the customer; nothing, for one that replaces another
 * @param worth what is refunded if it is lost: what was captured for it, or for what it replaces
 * @param items what it holds, by the order's groups
 * @param unshipped the same by the reservations that hold it, as far as these were not shipped
 * @param again what has to be held once more to send it again
 */
record Parcel(
        ShipmentId id,
        int amendment,
        WarehouseId warehouse,
        List<ShipmentItem> items,
        Money value,
        @Nullable ShipmentId replaces,
        Status status,
        Money worth,
        List<ShipmentItem> unshipped,
        List<Share> shares,
        List<LineGroup> again,
        List<Refund> refunds) {
    enum Status {
        /** To be packed. */
        PLANNED,
        /** Packed. */
        PREPARED,
        /** Will never leave. */
        WITHDRAWN,
        /** Has left. */
        DISPATCHED,
        DELIVERED,
        /** Will never arrive; what becomes of it is not decided. */
        LOST,
        /** Lost, and its pieces are looked for once more. */
        RESHIPPING,
        /** Lost, and others are on their way instead. */
        RESHIPPED,
        /** Lost, and the order is asked to refund it. */
        REFUNDING,
        /** Lost, and its refund is under way or done. */
        REFUNDED;

        boolean hasLeft() {
            return compareTo(DISPATCHED) >= 0;
        }

        boolean isPacked() {
            return this == PLANNED || this == PREPARED;
        }

        /** Whether it is known for good what became of it. */
        boolean isSettled() {
            return this == DELIVERED || this == RESHIPPED || this == REFUNDED || this == WITHDRAWN;
        }
    }

    static Parcel planned(
            ShipmentId id,
            int amendment,
            WarehouseId warehouse,
            List<ShipmentItem> items,
            List<ShipmentItem> reserved,
            Money value,
            @Nullable ShipmentId replaces,
            Money worth) {
        return new Parcel(
                id,
                amendment,
                warehouse,
                List.copyOf(items),
                value,
                replaces,
                Status.PLANNED,
                worth,
                List.copyOf(reserved),
                List.of(),
                List.of(),
                List.of());
    }

    Parcel with(Status next) {
        return copy(next, worth, unshipped, shares, again, refunds);
    }

    /** It has left: its reservations are to be shipped, and these shares captured. */
    Parcel dispatched(List<Share> captures) {
        return copy(Status.DISPATCHED, worth, unshipped, captures, again, refunds);
    }

    Parcel shipped(int group) {
        List<ShipmentItem> left =
                unshipped.stream().filter(item -> item.group() != group).toList();
        return copy(status, worth, left, shares, again, refunds);
    }

    Parcel withShare(Share share) {
        List<Share> next = shares.stream()
                .map(before -> before.payment().equals(share.payment()) ? share : before)
                .toList();
        Money more = share.status() == Share.Status.CAPTURED ? worth.plus(share.amount()) : worth;
        return copy(status, more, unshipped, next, again, refunds);
    }

    Parcel reshipping(List<LineGroup> groups) {
        return copy(Status.RESHIPPING, worth, unshipped, shares, groups, refunds);
    }

    Parcel refunded(List<Refund> parts) {
        return copy(Status.REFUNDED, worth, unshipped, shares, again, parts);
    }

    /** The part of its refund that this payment gives, as far as it is known. */
    Refund refund(PaymentId payment, RefundId refund, Money amount) {
        return refunds.stream()
                .filter(known -> known.payment().equals(payment))
                .findFirst()
                .orElseGet(() -> new Refund(payment, refund, amount, Refund.Status.OPEN, 0));
    }

    Parcel knowing(Refund part) {
        Stream<Refund> others =
                refunds.stream().filter(known -> !known.payment().equals(part.payment()));
        return copy(
                status,
                worth,
                unshipped,
                shares,
                again,
                Stream.concat(others, Stream.of(part)).toList());
    }

    boolean awaitsCapture() {
        return shares.stream().anyMatch(Share::isOpen);
    }

    Parcel withRefunds(UnaryOperator<Refund> change) {
        return copy(
                status,
                worth,
                unshipped,
                shares,
                again,
                refunds.stream().map(change).toList());
    }

    private Parcel copy(
            Status status,
            Money worth,
            List<ShipmentItem> unshipped,
            List<Share> shares,
            List<LineGroup> again,
            List<Refund> refunds) {
        return new Parcel(
                id,
                amendment,
                warehouse,
                items,
                value,
                replaces,
                status,
                worth,
                List.copyOf(unshipped),
                List.copyOf(shares),
                List.copyOf(again),
                List.copyOf(refunds));
    }
}
