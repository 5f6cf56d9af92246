package io.waybill.command.order;

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
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.shipment.ShipmentId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an order stands.
 *
 * <pre>
 *  from                          on                            to
 *  –                             PlaceOrder                    PLACED
 *  PLACED                        ConfirmOrder                  CONFIRMED
 *  PLACED                        RejectOrder                   REJECTED (end)
 *  PLACED, CONFIRMED             CancelOrder                   CANCELLED (end)
 *  PLACED, CONFIRMED             AmendOrder                    the same, to be confirmed (again)
 *  CONFIRMED                     ConfirmOrder (amendment)      CONFIRMED
 *  CONFIRMED, PARTIALLY_SHIPPED  RecordShipment (not the last) PARTIALLY_SHIPPED
 *  CONFIRMED, PARTIALLY_SHIPPED  RecordShipment (the last)     SHIPPED
 *  SHIPPED                       RecordDelivery                DELIVERED
 *  SHIPPED                       CloseOrder (ALL_LOST)         CLOSED (end)
 *  DELIVERED                     OpenReturn, SettleReturn      DELIVERED
 *  DELIVERED, no return open     CloseOrder                    CLOSED (end)
 *  any                           RefundOrder                   the same
 *  an end, DELIVERED             ErasePersonalData             the same; the guest is FORGOTTEN
 * </pre>
 *
 * @param buyer whose personal data it holds
 * @param terms what was agreed
 * @param departures what has left
 * @param returns what came back, and what can
 * @param refunds those that were asked for
 */
record OrderState(
        Status status, Buyer buyer, Terms terms, Departures departures, Returns returns, Set<RefundId> refunds) {
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

    /** Who ordered. */
    enum Buyer {
        /** Is forgotten as a customer, with all of their orders. */
        CUSTOMER,
        GUEST,
        FORGOTTEN
    }

    OrderState {
        refunds = Set.copyOf(refunds);
    }

    static OrderState placed(OrderPlaced placed) {
        Buyer buyer = placed.customerId() == null ? Buyer.GUEST : Buyer.CUSTOMER;
        return new OrderState(Status.PLACED, buyer, Terms.of(placed), Departures.NONE, Returns.NONE, Set.of());
    }

    OrderState after(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> placed(placed);
            case OrderConfirmed confirmed ->
                new OrderState(Status.CONFIRMED, buyer, terms.confirm(), departures, returns, refunds);
            case OrderRejected rejected -> with(Status.REJECTED);
            case OrderAmended amended ->
                new OrderState(status, buyer, terms.after(amended), departures, returns, refunds);
            case OrderCancelled cancelled -> with(Status.CANCELLED);
            case OrderPartiallyShipped part ->
                left(Status.PARTIALLY_SHIPPED, part.shipmentId(), new Departure(part.items(), part.value()));
            case OrderShipped last ->
                left(Status.SHIPPED, last.shipmentId(), new Departure(last.items(), last.value()));
            case OrderDelivered delivered -> with(Status.DELIVERED).with(delivered(delivered.lost()));
            case OrderClosed closed -> with(Status.CLOSED);
            case OrderReturnOpened opened -> with(returns.opened(opened.returnId(), opened.items()));
            case OrderReturnSettled settled -> with(returns.settled(settled.returnId(), settled.items()));
            case OrderRefundRequested refund -> {
                Set<RefundId> more = new HashSet<>(refunds);
                more.add(refund.refund());
                yield new OrderState(status, buyer, terms, departures, returns, more);
            }
            case OrderPersonalDataErased erased ->
                new OrderState(status, Buyer.FORGOTTEN, terms, departures, returns, refunds);
        };
    }

    private OrderState with(Status next) {
        return new OrderState(next, buyer, terms, departures, returns, refunds);
    }

    private OrderState with(Returns next) {
        return new OrderState(status, buyer, terms, departures, next, refunds);
    }

    private Returns delivered(List<ShipmentId> lost) {
        Departures arrived = departures.without(lost);
        return new Returns(
                Deliveries.of(terms.lines(), departures.pieces(lost), arrived.value(terms.currency())),
                Map.of(),
                Set.of());
    }

    private OrderState left(Status next, ShipmentId shipment, Departure departure) {
        return new OrderState(next, buyer, terms, departures.and(shipment, departure), returns, refunds);
    }
}
