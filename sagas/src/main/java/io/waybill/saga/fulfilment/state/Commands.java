package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.ShipReservation;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.order.CancelOrder;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.RecordDelivery;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CapturePayment;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundPayment;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.contract.shipment.PrepareShipment;
import io.waybill.contract.shipment.WithdrawShipment;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that a state wants to have their effect, each under the name of its step. A command is wanted until the
 * event of its effect was heard, so it can be sent again at any time, and whoever keeps the names sends each but once. A
 * command that undoes another is wanted only after the other's event: they might overtake each other on the way.
 */
public final class Commands {
    private final FulfilmentState state;
    private final List<Wanted> wanted = new ArrayList<>();

    private Commands(FulfilmentState state) {
        this.state = state;
    }

    /** @param name unique within the fulfilment */
    public record Wanted(String name, Object command) {}

    /** In the order in which they are best sent. */
    public static List<Wanted> wanted(FulfilmentState state) {
        Commands commands = new Commands(state);
        state.parcels().forEach(commands::ofParcel);
        state.lots().forEach(commands::ofLot);
        state.funds().forEach(commands::ofFund);
        commands.ofOrder();
        return List.copyOf(commands.wanted);
    }

    private void want(String name, Object command) {
        wanted.add(new Wanted(name, command));
    }

    private void ofLot(Lot lot) {
        String name = lot.group() + "-" + lot.warehouse();
        if (lot.asked() > 0) {
            want(
                    "reserve-" + name + (lot.asks() > 1 ? "-" + lot.asks() : ""),
                    new ReserveStock(lot.stock(), lot.reservation(state.orderId()), lot.asked()));
        } else if (lot.held() > lot.keep()) {
            want(
                    "release-" + name + (lot.keep() > 0 ? "-" + lot.keep() : ""),
                    new ReleaseReservation(lot.stock(), lot.reservation(state.orderId()), lot.keep()));
        }
    }

    private void ofFund(Fund fund) {
        switch (fund.status()) {
            case ASKED ->
                want(
                        "pay-" + fund.id(),
                        new RequestPayment(
                                fund.id(),
                                state.orderId(),
                                fund.amount(),
                                fund.part().means()));
            case REQUESTED -> {
                if (state.stage().undoes() || !state.target().isPaidBy(fund.id())) {
                    want("void-" + fund.id(), new VoidPayment(fund.id()));
                }
            }
            case AUTHORIZED -> {
                if (Capturing.isIdle(state, fund.id())
                        && Capturing.left(state, fund).isPositive()) {
                    want("void-" + fund.id(), new VoidPayment(fund.id()));
                }
            }
            case UNANSWERED -> want("void-" + fund.id(), new VoidPayment(fund.id()));
            case WANTED, DECLINED, VOIDED -> {
                // Nobody holds anything for it.
            }
        }
    }

    private void ofParcel(Parcel parcel) {
        switch (parcel.status()) {
            case PLANNED ->
                want(
                        "prepare-" + parcel.id(),
                        new PrepareShipment(
                                parcel.id(),
                                state.orderId(),
                                parcel.amendment(),
                                parcel.warehouse(),
                                parcel.items(),
                                parcel.value(),
                                state.target().shipTo(),
                                parcel.replaces()));
            case PREPARED -> {
                if (state.isStale(parcel)) {
                    want("withdraw-" + parcel.id(), new WithdrawShipment(parcel.id()));
                }
            }
            case REFUNDING ->
                want(
                        "refund-" + parcel.id(),
                        new RefundOrder(
                                state.orderId(), new RefundId(parcel.id().value()), parcel.worth()));
            case WITHDRAWN, DISPATCHED, DELIVERED, LOST, RESHIPPING, RESHIPPED, REFUNDED -> {
                // What is left to do for it follows.
            }
        }
        if (parcel.status().hasLeft()) {
            ofDispatched(parcel);
        }
    }

    private void ofDispatched(Parcel parcel) {
        parcel.unshipped()
                .forEach(item -> want(
                        "ship-" + parcel.id() + "-" + item.group(),
                        new ShipReservation(
                                new StockKey(item.sku(), parcel.warehouse()),
                                new ReservationId(state.orderId(), item.group()),
                                parcel.id(),
                                item.quantity())));
        parcel.shares().stream()
                .filter(Share::isOpen)
                .forEach(share -> want(
                        "capture-" + parcel.id() + "-" + share.payment(),
                        new CapturePayment(
                                share.payment(), new CaptureId(parcel.id().value()), share.amount())));
        parcel.refunds().stream()
                .filter(refund -> refund.status() == Refund.Status.AGAIN)
                .forEach(refund -> want(
                        "refund-" + refund.id(), new RefundPayment(refund.payment(), refund.id(), refund.amount())));
    }

    private void ofOrder() {
        switch (state.stage()) {
            case CONFIRMING -> {
                int amendment = state.target().amendment();
                want("confirm-" + amendment, new ConfirmOrder(state.orderId(), amendment));
            }
            case AMENDING -> want("amend-" + state.target().amendment(), Amending.command(state));
            case FINISHING ->
                want(
                        "deliver",
                        Losses.isEverythingLost(state)
                                ? new CloseOrder(state.orderId(), ClosingReason.ALL_LOST)
                                : new RecordDelivery(state.orderId(), Losses.forGood(state)));
            case CLOSING -> want("close", new CloseOrder(state.orderId(), ClosingReason.RETURN_WINDOW_OVER));
            case REJECTING ->
                want(
                        "reject",
                        state.confirmed()
                                ? new CancelOrder(state.orderId(), "it could not be filled or paid any more")
                                : new RejectOrder(state.orderId(), state.notes().rejections()));
            case FILLING, PAYING, SHIPPING, DELIVERED, UNDOING, CANCELLED, CLOSED -> {
                // The order has nothing to be told.
            }
        }
    }
}
