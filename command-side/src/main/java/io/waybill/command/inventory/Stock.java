package io.waybill.command.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.waybill.contract.inventory.ReceiveStock;
import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The stock of one SKU in one warehouse. It has no end: receipts add, reservations hold, releases give back. Both
 * outcomes of a reservation are events. Available pieces are never negative.
 *
 * <p>It begins with its first receipt: see {@link StockReceipts}.
 */
@Aggregate(snapshotTriggerDefinition = "stockSnapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class Stock {
    @AggregateIdentifier
    private @Nullable StockKey stock;

    private StockState state = StockState.NONE;

    /** For Axon, which then applies the stock's history. */
    Stock() {}

    Stock(ReceiveStock first) {
        receive(first);
    }

    void receive(ReceiveStock command) {
        apply(new StockReceived(command.stock(), command.quantity()));
    }

    @CommandHandler
    void handle(ReserveStock command) {
        if (state.held().containsKey(command.reservation())) {
            return;
        }
        long available = state.available();
        if (command.quantity() > available) {
            apply(new StockReservationRejected(
                    key(), command.reservation(), command.quantity(), Math.toIntExact(available)));
        } else {
            apply(new StockReserved(key(), command.reservation(), command.quantity()));
        }
    }

    @CommandHandler
    void handle(ReleaseReservation command) {
        Integer quantity = state.held().get(command.reservation());
        if (quantity != null) {
            apply(new ReservationReleased(key(), command.reservation(), quantity));
        }
    }

    private StockKey key() {
        return Objects.requireNonNull(stock, "stock has a history");
    }

    @EventSourcingHandler
    void on(StockEvent event) {
        stock = event.stock();
        state = state.after(event);
    }
}
