package io.waybill.saga.fulfilment.state;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.shipment.ShipmentId;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a fulfilment stands.
 *
 * @param target what the order wants now
 * @param base what it wanted when it was last sure to get it, or when it was placed: to what an amendment that cannot be
 *     filled or paid is undone. Null where there is nothing to go back to
 * @param confirmed whether the order was ever confirmed
 */
public record FulfilmentState(
        Terms terms,
        Stage stage,
        Target target,
        @Nullable Target base,
        boolean confirmed,
        List<Lot> lots,
        List<Fund> funds,
        List<Parcel> parcels,
        Notes notes,
        Returns returns) {
    public FulfilmentState {
        lots = List.copyOf(lots);
        funds = List.copyOf(funds);
        parcels = List.copyOf(parcels);
    }

    /** Of an order that was just placed. */
    public static FulfilmentState of(OrderPlaced event) {
        Target target = Target.of(event);
        return new FulfilmentState(
                new Terms(event.orderId(), event.onShortStock(), event.onLoss()),
                Stage.FILLING,
                target,
                null,
                false,
                List.of(),
                target.payments().stream().map(Fund::wanted).toList(),
                List.of(),
                Notes.NONE,
                Returns.NONE);
    }

    public OrderId orderId() {
        return terms.orderId();
    }

    /** What was undone, for a person. */
    public List<String> undone() {
        return notes.undone();
    }

    /** What went wrong, for a person. */
    public List<String> reasons() {
        return Stream.concat(
                        notes.rejections().stream().map(reason -> reason.reason() + ": " + reason.detail()),
                        notes.troubles().stream())
                .toList();
    }

    /** Whether nothing is left to do or to wait for. */
    public boolean hasEnded() {
        return stage.isLast()
                && Commands.wanted(this).isEmpty()
                && parcels.stream().allMatch(parcel -> parcel.refunds().stream().allMatch(Refund::isSettled));
    }

    Money nothing() {
        return Money.zero(target.total().getCurrencyUnit());
    }

    boolean isStale(Parcel parcel) {
        return stage.undoes() || parcel.amendment() != target.amendment();
    }

    FulfilmentState at(Stage next) {
        return new FulfilmentState(terms, next, target, base, confirmed, lots, funds, parcels, notes, returns);
    }

    FulfilmentState wanting(Target next, @Nullable Target back) {
        return new FulfilmentState(terms, stage, next, back, confirmed, lots, funds, parcels, notes, returns);
    }

    FulfilmentState asConfirmed() {
        return new FulfilmentState(terms, stage, target, base, true, lots, funds, parcels, notes, returns);
    }

    FulfilmentState withLots(List<Lot> next) {
        return new FulfilmentState(terms, stage, target, base, confirmed, next, funds, parcels, notes, returns);
    }

    FulfilmentState withLots(UnaryOperator<Lot> change) {
        return withLots(lots.stream().map(change).toList());
    }

    FulfilmentState withFunds(List<Fund> next) {
        return new FulfilmentState(terms, stage, target, base, confirmed, lots, next, parcels, notes, returns);
    }

    FulfilmentState withFunds(Predicate<Fund> which, UnaryOperator<Fund> change) {
        return withFunds(funds.stream()
                .map(fund -> which.test(fund) ? change.apply(fund) : fund)
                .toList());
    }

    FulfilmentState withParcels(List<Parcel> next) {
        return new FulfilmentState(terms, stage, target, base, confirmed, lots, funds, next, notes, returns);
    }

    FulfilmentState withParcel(ShipmentId id, UnaryOperator<Parcel> change) {
        return withParcels(parcels.stream()
                .map(parcel -> parcel.id().equals(id) ? change.apply(parcel) : parcel)
                .toList());
    }

    FulfilmentState noting(UnaryOperator<Notes> change) {
        return new FulfilmentState(
                terms, stage, target, base, confirmed, lots, funds, parcels, change.apply(notes), returns);
    }

    FulfilmentState withReturns(UnaryOperator<Returns> change) {
        return new FulfilmentState(
                terms, stage, target, base, confirmed, lots, funds, parcels, notes, change.apply(returns));
    }
}
