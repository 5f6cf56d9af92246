package io.waybill.saga.returns;

import io.waybill.contract.inventory.RestockReturn;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnReceipt.Condition;
import io.waybill.contract.returns.ReturnReceived;
import java.util.Map;
import java.util.TreeMap;

/** Pieces of one line that can be sold again, for the stock of the warehouse in which they arrived. */
record Restock(StockKey stock, int quantity) {
    /** By line number; one for each line, because a second one would be a repetition of the first to the stock. */
    static Map<Integer, Restock> of(ReturnReceived event) {
        Map<Integer, Restock> lines = new TreeMap<>();
        for (ReceivedItem item : event.items()) {
            if (item.condition() == Condition.SELLABLE) {
                StockKey stock = new StockKey(item.sku(), event.warehouse());
                lines.merge(item.line(), new Restock(stock, item.quantity()), Restock::plus);
            }
        }
        return lines;
    }

    private Restock plus(Restock more) {
        return new Restock(stock, quantity + more.quantity);
    }

    RestockReturn command(ReturnId returned, int line) {
        return new RestockReturn(stock, returned, line, quantity);
    }
}
