package io.waybill.command.inventory;

import io.waybill.contract.inventory.ReceiveStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
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
    private final EventStore store;

    StockReceipts(Repository<Stock> stocks, EventStore store) {
        this.stocks = stocks;
        this.store = store;
    }

    @CommandHandler
    void handle(ReceiveStock command) throws Exception {
        String id = command.stock().toString();
        if (store.lastSequenceNumberFor(id).isPresent()) {
            stocks.load(id).execute(stock -> stock.receive(command));
        } else {
            stocks.newInstance(() -> new Stock(command));
        }
    }
}
