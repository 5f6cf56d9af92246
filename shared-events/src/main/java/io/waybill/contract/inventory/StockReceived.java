package io.waybill.contract.inventory;

import org.axonframework.serialization.Revision;

/** Goods came in and are on hand. */
@Revision("1")
public record StockReceived(StockKey stock, int quantity) implements StockEvent {}
