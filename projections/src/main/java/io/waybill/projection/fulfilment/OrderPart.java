package io.waybill.projection.fulfilment;

import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentId;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the order itself says: what it needs now, and what was decided about it.
 *
 * @param since when it came into this status
 * @param groups what has to be reserved, as of the last amendment
 * @param payments what it is paid with, as of the last amendment
 * @param reason why it was cancelled or closed, if somebody said so
 */
record OrderPart(
        Status status,
        Instant since,
        Instant placedAt,
        ShortStock onShortStock,
        LostShipment onLoss,
        List<LineGroup> groups,
        List<PaymentId> payments,
        List<Amendment> amendments,
        List<Refund> refunds,
        List<Rejection> rejections,
        @Nullable String reason)
        implements Part {
    enum Status {
        PLACED,
        CONFIRMED,
        REJECTED,
        CANCELLED,
        PARTIALLY_SHIPPED,
        SHIPPED,
        DELIVERED,
        CLOSED
    }

    record Amendment(int number, AmendmentCause cause, Instant at, Money total, int lineCount) {}

    /** @param covered what the payments give back, and {@code uncovered} what none of them could */
    record Refund(String refundId, Money covered, Money uncovered, Instant at) {}

    static @Nullable OrderPart after(@Nullable OrderPart before, OrderEvent event, Instant at) {
        if (event instanceof OrderPlaced placed) {
            return placed(placed, at);
        }
        return before == null ? null : before.after(event, at);
    }

    private static OrderPart placed(OrderPlaced order, Instant at) {
        return new OrderPart(
                Status.PLACED,
                at,
                at,
                order.onShortStock(),
                order.onLoss(),
                order.groups(),
                order.payments().stream().map(payment -> payment.paymentId()).toList(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private OrderPart after(OrderEvent event, Instant at) {
        return switch (event) {
            case OrderConfirmed _ -> with(Status.CONFIRMED, at, null);
            case OrderRejected rejected -> with(Status.REJECTED, at, null).with(rejected.reasons());
            case OrderAmended amended -> with(amended, at);
            case OrderCancelled cancelled -> with(Status.CANCELLED, at, cancelled.reason());
            case OrderPartiallyShipped _ -> with(Status.PARTIALLY_SHIPPED, at, null);
            case OrderShipped _ -> with(Status.SHIPPED, at, null);
            case OrderDelivered _ -> with(Status.DELIVERED, at, null);
            case OrderClosed closed -> with(Status.CLOSED, at, closed.reason().name());
            case OrderRefundRequested refund -> with(refund, at);
            // Returns are parts of their own, and nothing personal is in any part.
            case OrderPlaced _, OrderReturnOpened _, OrderReturnSettled _, OrderPersonalDataErased _ -> this;
        };
    }

    private OrderPart with(Status next, Instant at, @Nullable String why) {
        Instant from = next == status ? since : at;
        return new OrderPart(
                next, from, placedAt, onShortStock, onLoss, groups, payments, amendments, refunds, rejections, why);
    }

    private OrderPart with(List<Rejection> reasons) {
        return new OrderPart(
                status, since, placedAt, onShortStock, onLoss, groups, payments, amendments, refunds, reasons, reason);
    }

    private OrderPart with(OrderAmended event, Instant at) {
        Amendment amendment = new Amendment(
                event.amendment(),
                event.cause(),
                at,
                event.total(),
                event.lines().size());
        return new OrderPart(
                status,
                since,
                placedAt,
                onShortStock,
                onLoss,
                event.groups(),
                event.payments().stream().map(payment -> payment.paymentId()).toList(),
                More.of(amendments, amendment),
                refunds,
                rejections,
                reason);
    }

    private OrderPart with(OrderRefundRequested event, Instant at) {
        Money covered = event.parts().stream()
                .map(part -> part.amount())
                .reduce(Money.zero(event.uncovered().getCurrencyUnit()), Money::plus);
        Refund refund = new Refund(event.refund().toString(), covered, event.uncovered(), at);
        return new OrderPart(
                status,
                since,
                placedAt,
                onShortStock,
                onLoss,
                groups,
                payments,
                amendments,
                More.of(refunds, refund),
                rejections,
                reason);
    }
}
