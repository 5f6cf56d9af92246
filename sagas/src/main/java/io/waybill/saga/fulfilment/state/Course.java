package io.waybill.saga.fulfilment.state;

import io.waybill.contract.order.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a fulfilment goes on from a state, without any further event. */
public final class Course {
    private Course() {}

    /** The state in which it can only wait. */
    public static FulfilmentState advance(FulfilmentState state) {
        FulfilmentState before = state;
        FulfilmentState next = goOn(before);
        while (!next.equals(before)) {
            before = next;
            next = goOn(before);
        }
        return next;
    }

    /** The state after a deadline: what is undecided is given up, what was in vain is wanted once more. */
    public static FulfilmentState overdue(FulfilmentState state, Waiting.For waiting) {
        return switch (waiting) {
            case PAYMENT ->
                state.withFunds(
                        fund -> fund.isUndecided() && state.target().isPaidBy(fund.id()),
                        fund -> fund.failed(Fund.Status.UNANSWERED, "no answer in time"));
            case RETURN_WINDOW -> state.withReturns(Returns::windowOver);
            default -> again(state);
        };
    }

    /** The state in which the refused is wanted once more. */
    public static FulfilmentState again(FulfilmentState state) {
        return state.withParcels(state.parcels().stream()
                .map(parcel -> parcel.withRefunds(Refund::again))
                .toList());
    }

    private static FulfilmentState goOn(FulfilmentState state) {
        return switch (state.stage()) {
            case FILLING -> fill(state);
            case PAYING -> pay(state);
            case SHIPPING -> ship(state);
            case DELIVERED ->
                state.returns().isWindowOver() && state.returns().open().isEmpty() ? state.at(Stage.CLOSING) : state;
            case UNDOING -> Commands.wanted(state).isEmpty() ? state.at(Stage.REJECTING) : state;
            case CONFIRMING, AMENDING, FINISHING, CLOSING, REJECTING, CANCELLED, CLOSED -> state;
        };
    }

    private static FulfilmentState fill(FulfilmentState state) {
        List<Lot> lots = Filling.ask(state.target().groups(), state.lots());
        if (lots.stream().anyMatch(lot -> lot.asked() > 0)) {
            return state.withLots(lots);
        }
        return Filling.missing(state.target().groups(), lots).isEmpty() ? state.at(Stage.PAYING) : giveUp(state);
    }

    private static FulfilmentState pay(FulfilmentState state) {
        List<Fund> funds = state.funds().stream()
                .filter(fund -> state.target().isPaidBy(fund.id()))
                .toList();
        if (funds.stream().anyMatch(Fund::hasFailed)) {
            return giveUp(state);
        }
        if (funds.stream().allMatch(fund -> fund.status() == Fund.Status.AUTHORIZED)) {
            return Packing.keep(state.wanting(state.target(), null)).at(Stage.CONFIRMING);
        }
        return state.withFunds(
                fund -> funds.contains(fund) && fund.status() == Fund.Status.WANTED,
                fund -> fund.with(Fund.Status.ASKED));
    }

    private static FulfilmentState ship(FulfilmentState state) {
        FulfilmentState next = Losses.goOn(state);
        // What comes back of a delivered order is refunded at once, so it has to be known by then what was captured.
        boolean settled =
                next.parcels().stream().allMatch(parcel -> parcel.status().isSettled() && !parcel.awaitsCapture());
        return settled ? next.at(Stage.FINISHING) : next;
    }

    /** As it is, the order cannot be had: it is amended if that helps, and rejected otherwise. */
    private static FulfilmentState giveUp(FulfilmentState state) {
        return Amending.isPossible(state) && !hasBaseFailed(state)
                ? state.at(Stage.AMENDING)
                : undo(state.noting(notes -> notes.rejected(rejections(state))), Stage.UNDOING);
    }

    private static boolean hasBaseFailed(FulfilmentState state) {
        Target base = state.base();
        return base != null && state.funds().stream().anyMatch(fund -> fund.hasFailed() && base.isPaidBy(fund.id()));
    }

    /** From now on nothing is kept. */
    static FulfilmentState undo(FulfilmentState state, Stage stage) {
        return state.withLots(lot -> lot.keeping(0)).at(stage);
    }

    private static List<Rejection> rejections(FulfilmentState state) {
        List<Rejection> reasons = new ArrayList<>();
        Filling.missing(state.target().groups(), state.lots())
                .forEach((sku, pieces) -> reasons.add(new Rejection(
                        Rejection.Reason.SHORT_STOCK,
                        sku,
                        pieces + " of " + state.target().pieces().get(sku) + " " + sku + " could not be had")));
        return Stream.concat(
                        reasons.stream(),
                        state.funds().stream()
                                .filter(fund ->
                                        fund.hasFailed() && state.target().isPaidBy(fund.id()))
                                .map(Course::rejection))
                .toList();
    }

    private static Rejection rejection(Fund fund) {
        return new Rejection(
                fund.status() == Fund.Status.DECLINED
                        ? Rejection.Reason.PAYMENT_DECLINED
                        : Rejection.Reason.PAYMENT_NOT_ANSWERED,
                null,
                fund.detail());
    }
}
