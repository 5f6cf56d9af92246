package io.waybill.contract.inventory;

/** What stock can be told to do. */
public sealed interface StockCommand permits ReceiveStock, ReserveStock, ReleaseReservation {
    StockKey stock();
}
