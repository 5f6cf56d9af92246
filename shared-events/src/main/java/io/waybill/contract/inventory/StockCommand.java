package io.waybill.contract.inventory;

/** What stock can be told to do. */
public sealed interface StockCommand
        permits ReceiveStock, CountStock, ReserveStock, ReleaseReservation, ShipReservation, RestockReturn {
    StockKey stock();
}
