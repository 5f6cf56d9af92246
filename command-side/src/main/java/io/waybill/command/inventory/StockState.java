package io.waybill.command.inventory;

import io.waybill.command.Recent;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.shipment.ShipmentId;
import java.util.HashMap;
import java.util.Map;

/**
 * What is there and for whom it is held.
 *
 * <p>{@code held} is as large as the orders under way. Of what is settled, only the latest is remembered, and needs to be:
 * a release or a shipment of what is no longer held finds nothing to do, however old it is. It takes a memory to know
 * that a reservation was settled and must not hold again, and which return has come in.
 *
 * @param onHand pieces in the warehouse, held or not; never negative
 * @param held for each open reservation, its pieces
 * @param released reservations that were given back whole
 * @param shipped what left for which shipment
 * @param restocked what came back of which return
 */
record StockState(
        long onHand,
        Map<ReservationId, Integer> held,
        Recent<ReservationId> released,
        Recent<Shipping> shipped,
        Recent<Restocking> restocked) {
    static final StockState NONE = new StockState(0, Map.of(), Recent.none(), Recent.none(), Recent.none());

    record Shipping(ReservationId reservation, ShipmentId shipment) {}

    record Restocking(ReturnId returnId, int line) {}

    StockState {
        held = Map.copyOf(held);
    }

    long reserved() {
        return held.values().stream().mapToLong(Integer::longValue).sum();
    }

    /**
     * On hand less reserved, and never negative: where a count found less than is reserved, nothing is available until
     * receipts, returns or releases have made up for what is missing.
     */
    long available() {
        return Math.max(0, onHand - reserved());
    }

    int held(ReservationId reservation) {
        return held.getOrDefault(reservation, 0);
    }

    boolean hasShipped(ReservationId reservation) {
        return shipped.any(shipping -> shipping.reservation().equals(reservation));
    }

    StockState after(StockEvent event) {
        return switch (event) {
            case StockReceived received -> onHand(onHand + received.quantity());
            case StockCounted counted -> onHand(counted.counted());
            case StockReserved reserved -> holding(reserved.reservation(), reserved.quantity());
            case StockReservationRejected rejected -> this;
            case ReservationReleased released -> afterRelease(released);
            case ReservationShipped shipping -> afterShipping(shipping);
            case ReturnRestocked back ->
                new StockState(
                        onHand + back.quantity(),
                        held,
                        released,
                        shipped,
                        restocked.with(new Restocking(back.returnId(), back.line())));
        };
    }

    private StockState afterRelease(ReservationReleased event) {
        ReservationId reservation = event.reservation();
        StockState less = holding(reservation, held(reservation) - event.quantity());
        return less.held.containsKey(reservation)
                ? less
                : new StockState(onHand, less.held, released.with(reservation), shipped, restocked);
    }

    /** What left was there, whatever a count had said: on hand does not fall below zero. */
    private StockState afterShipping(ReservationShipped event) {
        ReservationId reservation = event.reservation();
        return new StockState(
                Math.max(0, onHand - event.quantity()),
                holding(reservation, held(reservation) - event.quantity()).held,
                released,
                shipped.with(new Shipping(reservation, event.shipment())),
                restocked);
    }

    private StockState onHand(long pieces) {
        return new StockState(pieces, held, released, shipped, restocked);
    }

    private StockState holding(ReservationId reservation, int quantity) {
        Map<ReservationId, Integer> changed = new HashMap<>(held);
        if (quantity > 0) {
            changed.put(reservation, quantity);
        } else {
            changed.remove(reservation);
        }
        return new StockState(onHand, changed, released, shipped, restocked);
    }
}
