package io.waybill.saga.fulfilment.state;

import io.waybill.contract.order.AmendmentCause;
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
import io.waybill.contract.shipment.ShipmentId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fulfilment after what happened to its order. */
public final class OrderNews {
    private OrderNews() {}

    public static FulfilmentState after(FulfilmentState state, OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> state;
            case OrderConfirmed confirmed -> confirmed(state.asConfirmed());
            case OrderRejected rejected -> state.at(Stage.CLOSED);
            case OrderAmended amended -> amended(state, amended);
            case OrderCancelled cancelled -> state.stage().isLast() ? state : Course.undo(state, Stage.CANCELLED);
            // The shipments tell themselves that they left.
            case OrderPartiallyShipped shipped -> state;
            case OrderShipped shipped -> state;
            case OrderDelivered delivered -> state.at(Stage.DELIVERED);
            case OrderClosed closed -> state.at(Stage.CLOSED);
            // One that was asked for in the last moment keeps the order from being closed.
            case OrderReturnOpened opened ->
                state.withReturns(returns -> returns.opened(opened.returnId()))
                        .at(state.stage() == Stage.CLOSING ? Stage.DELIVERED : state.stage());
            case OrderReturnSettled settled -> state.withReturns(returns -> returns.settled(settled.returnId()));
            case OrderRefundRequested refund -> refunded(state, refund);
            // An order that has ended needs no address.
            case OrderPersonalDataErased erased -> state;
        };
    }

    private static FulfilmentState confirmed(FulfilmentState state) {
        if (Former.isFormer(state)) {
            return state.at(Stage.CLOSED).noting(notes -> notes.trouble("it is not shipped: its lines were not kept"));
        }
        return state.stage() == Stage.CONFIRMING ? Packing.pack(state) : state;
    }

    /** An order that is being undone stays so: the amendment came too late. */
    private static FulfilmentState amended(FulfilmentState state, OrderAmended event) {
        if (state.stage().undoes() || state.stage().isLast()) {
            return state;
        }
        Target target = Target.of(event);
        List<Fund> funds = new ArrayList<>(state.funds());
        target.payments().stream()
                .filter(part -> funds.stream().noneMatch(fund -> fund.id().equals(part.paymentId())))
                .map(Fund::wanted)
                .forEach(funds::add);
        FulfilmentState next =
                state.wanting(target, base(state, event)).withFunds(funds).at(Stage.FILLING);
        return event.cause() == AmendmentCause.UNDONE
                ? next.noting(
                        notes -> notes.undone("amendment " + state.target().amendment()))
                : next;
    }

    private static @Nullable Target base(FulfilmentState state, OrderAmended event) {
        return switch (event.cause()) {
            case CUSTOMER -> state.base() == null ? state.target() : state.base();
            case SHORT_STOCK -> state.base();
            case UNDONE -> null;
        };
    }

    private static FulfilmentState refunded(FulfilmentState state, OrderRefundRequested event) {
        ShipmentId shipment = new ShipmentId(event.refund().value());
        FulfilmentState next = state.withParcel(
                shipment,
                parcel -> parcel.status() == Parcel.Status.REFUNDING
                        ? parcel.refunded(event.parts().stream()
                                .map(part -> parcel.refund(part.paymentId(), event.refund(), part.amount()))
                                .toList())
                        : parcel);
        return next.equals(state) || event.uncovered().isZero()
                ? next
                : next.noting(notes ->
                        notes.trouble(event.uncovered() + " for lost shipment " + shipment + " is not covered"));
    }
}
