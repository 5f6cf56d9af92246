package io.waybill.command.inventory;

import io.waybill.contract.inventory.ReceiveStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Receives stock, and begins the stock of a SKU in a warehouse with its first receipt. (Axon's own
 * {@code CREATE_IF_MISSING} would do, but 4.13.0 leaks a lock there.) Two first receipts at once: the event store refuses
 * one of them, and it is tried again.
 */
@Component
final class StockReceipts {
    private final Repository<Stock> stocks;

    StockReceipts(Repository<Stock> stocks) {
        this.stocks = stocks;
    }

    @CommandHandler
    void handle(ReceiveStock command) throws Exception {
        try {
            stocks.load(command.stock().toString()).execute(stock -> stock.receive(command));
        } catch (AggregateNotFoundException first) {
            stocks.newInstance(() -> new Stock(command));
        }
    }
}
