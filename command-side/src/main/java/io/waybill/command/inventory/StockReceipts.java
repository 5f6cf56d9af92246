package io.waybill.command.inventory;

import io.waybill.contract.inventory.ReceiveStock;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Receives stock, and begins the stock of a SKU in a warehouse with its first receipt. (Axon's own
 * {@code CREATE_IF_MISSING} would do, but 4.13.0 leaks a lock there.) Two first receipts at once: the event store refuses
 * one of them, and it is tried again.
 */
final class StockReceipts {
    private final Repository<Stock> stocks;
    private final Predicate<String> exists;

    /** @param exists whether a stock of this id has begun */
    StockReceipts(Repository<Stock> stocks, Predicate<String> exists) {
        this.stocks = stocks;
        this.exists = exists;
    }

    @CommandHandler
    void handle(ReceiveStock command) throws Exception {
        String id = command.stock().toString();
        if (exists.test(id)) {
            stocks.load(id).execute(stock -> stock.receive(command));
        } else {
            stocks.newInstance(() -> new Stock(command));
        }
    }
}
