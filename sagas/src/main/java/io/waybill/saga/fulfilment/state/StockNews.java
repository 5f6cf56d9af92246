package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import java.util.function.UnaryOperator;

/** A fulfilment after what happened to its reservations. */
public final class StockNews {
    private StockNews() {}

    public static FulfilmentState after(FulfilmentState state, StockReserved event) {
        return change(state, event.stock(), event.reservation(), lot -> lot.holding(event.quantity()));
    }

    /** The answer to an earlier question, which was asked twice, does not count. */
    public static FulfilmentState after(FulfilmentState state, StockReservationRejected event) {
        return change(
                state,
                event.stock(),
                event.reservation(),
                lot -> lot.asked() == event.quantity() ? lot.refused(event.available()) : lot);
    }

    public static FulfilmentState after(FulfilmentState state, ReservationReleased event) {
        return change(state, event.stock(), event.reservation(), lot -> lot.released(event.quantity()))
                .noting(notes -> notes.undone("held " + event.quantity() + " of " + event.stock()));
    }

    public static FulfilmentState after(FulfilmentState state, ReservationShipped event) {
        return change(state, event.stock(), event.reservation(), lot -> lot.shipped(event.quantity()))
                .withParcel(
                        event.shipment(),
                        parcel -> parcel.shipped(event.reservation().group()));
    }

    private static FulfilmentState change(
            FulfilmentState state, StockKey stock, ReservationId reservation, UnaryOperator<Lot> change) {
        return state.withLots(
                lot -> lot.group() == reservation.group() && lot.stock().equals(stock) ? change.apply(lot) : lot);
    }
}
