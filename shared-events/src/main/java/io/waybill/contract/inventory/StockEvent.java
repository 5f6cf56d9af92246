package io.waybill.contract.inventory;

/** What can happen to stock. */
public sealed interface StockEvent
        permits StockReceived,
                StockCounted,
                StockReserved,
                StockReservationRejected,
                ReservationReleased,
                ReservationShipped,
                ReturnRestocked {
    StockKey stock();
}
