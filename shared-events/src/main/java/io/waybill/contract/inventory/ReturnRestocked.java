package io.waybill.contract.inventory;

import io.waybill.contract.returns.ReturnId;
import org.axonframework.serialization.Revision;

/** Pieces of a return are on hand again. */
@Revision("1")
public record ReturnRestocked(StockKey stock, ReturnId returnId, int line, int quantity) implements StockEvent {}
