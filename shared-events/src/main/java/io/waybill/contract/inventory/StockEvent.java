package io.waybill.contract.inventory;

/** What can happen to stock. */
public sealed interface StockEvent permits StockReceived, StockReserved, StockReservationRejected, ReservationReleased {
    StockKey stock();
}
