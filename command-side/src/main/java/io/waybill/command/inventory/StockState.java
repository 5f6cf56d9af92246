package io.waybill.command.inventory;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import java.util.HashMap;
import java.util.Map;

/**
 * What is there and for whom it is held.
 *
 * @param onHand pieces in the warehouse, held or not
 * @param held for each open reservation, its pieces
 */
record StockState(long onHand, Map<ReservationId, Integer> held) {
    static final StockState NONE = new StockState(0, Map.of());

    StockState {
        held = Map.copyOf(held);
    }

    /** On hand less held; never negative. */
    long available() {
        return onHand - held.values().stream().mapToLong(Integer::longValue).sum();
    }

    StockState after(StockEvent event) {
        return switch (event) {
            case StockReceived received -> new StockState(onHand + received.quantity(), held);
            case StockReserved reserved -> {
                Map<ReservationId, Integer> more = new HashMap<>(held);
                more.put(reserved.reservation(), reserved.quantity());
                yield new StockState(onHand, more);
            }
            case StockReservationRejected rejected -> this;
            case ReservationReleased released -> {
                Map<ReservationId, Integer> fewer = new HashMap<>(held);
                fewer.remove(released.reservation());
                yield new StockState(onHand, fewer);
            }
        };
    }
}
