package io.waybill.command.inventory;

import io.waybill.contract.inventory.CountStock;
import io.waybill.contract.inventory.ReceiveStock;
import io.waybill.contract.inventory.RestockReturn;
import io.waybill.contract.inventory.StockKey;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Takes in what arrives or is found, and begins the stock of a SKU in a warehouse with it when it is the first. (Axon's own
 * {@code CREATE_IF_MISSING} would do, but 4.13.0 leaks a lock there.) Two that are first at once: the event store refuses
 * one of them, and it is tried again.
 */
final class StockArrivals {
    private final Repository<Stock> stocks;
    private final Predicate<String> exists;

    /** @param exists whether a stock of this id has begun */
    StockArrivals(Repository<Stock> stocks, Predicate<String> exists) {
        this.stocks = stocks;
        this.exists = exists;
    }

    @CommandHandler
    void handle(ReceiveStock command) throws Exception {
        at(command.stock(), stock -> stock.receive(command));
    }

    @CommandHandler
    void handle(CountStock command) throws Exception {
        at(command.stock(), stock -> stock.count(command));
    }

    @CommandHandler
    void handle(RestockReturn command) throws Exception {
        at(command.stock(), stock -> stock.restock(command));
    }

    private void at(StockKey key, Consumer<Stock> arrival) throws Exception {
        String id = key.toString();
        if (exists.test(id)) {
            stocks.load(id).execute(arrival);
        } else {
            stocks.newInstance(() -> {
                Stock first = new Stock();
                arrival.accept(first);
                return first;
            });
        }
    }
}
