package io.waybill.command.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.waybill.command.inventory.StockState.Restocking;
import io.waybill.command.inventory.StockState.Shipping;
import io.waybill.contract.inventory.CountStock;
import io.waybill.contract.inventory.ReceiveStock;
import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.RestockReturn;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.ShipReservation;
import io.waybill.contract.inventory.StockCounted;
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
 * The stock of one SKU in one warehouse. It has no end: what arrives adds, reservations hold, releases give back,
 * shipments take away, and a count says what there really is. Both outcomes of a reservation are events. Available
 * pieces are never negative: see {@link StockState#available}.
 *
 * <pre>
 *  a reservation is  on                                       then
 *  –                 ReserveStock, as much is available       HELD
 *  –                 ReserveStock, less is available          – (and may be asked for again)
 *  HELD              ReleaseReservation, keep above 0         HELD, with less
 *  HELD              ReleaseReservation, keep 0               RELEASED (end)
 *  HELD              ShipReservation, less than is held       HELD, with less
 *  HELD              ShipReservation, all that is held        SHIPPED (end)
 * </pre>
 *
 * It begins with what arrives first: see {@link StockArrivals}.
 */
@Aggregate(snapshotTriggerDefinition = "stockSnapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class Stock {
    @AggregateIdentifier
    private @Nullable StockKey stock;

    private StockState state = StockState.NONE;

    /** For Axon, which then applies the stock's history; and for a stock that has none yet. */
    Stock() {}

    void receive(ReceiveStock command) {
        apply(new StockReceived(command.stock(), command.quantity()));
    }

    /** Every count is recorded: also one that found what was expected, and one that finds less than is reserved. */
    void count(CountStock command) {
        apply(new StockCounted(
                command.stock(),
                command.counted(),
                pieces(state.onHand()),
                pieces(state.reserved() - command.counted()),
                command.note()));
    }

    void restock(RestockReturn command) {
        if (!state.restocked().contains(new Restocking(command.returnId(), command.line()))) {
            apply(new ReturnRestocked(command.stock(), command.returnId(), command.line(), command.quantity()));
        }
    }

    /** A reservation that was given back is over: it is rejected, rather than passed over, so that nobody waits. */
    @CommandHandler
    void handle(ReserveStock command) {
        if (state.held(command.reservation()) > 0 || state.hasShipped(command.reservation())) {
            return;
        }
        long available = state.released().contains(command.reservation()) ? 0 : state.available();
        if (command.quantity() > available) {
            apply(new StockReservationRejected(key(), command.reservation(), command.quantity(), pieces(available)));
        } else {
            apply(new StockReserved(key(), command.reservation(), command.quantity()));
        }
    }

    @CommandHandler
    void handle(ReleaseReservation command) {
        int more = state.held(command.reservation()) - command.keep();
        if (more > 0) {
            apply(new ReservationReleased(key(), command.reservation(), more));
        }
    }

    @CommandHandler
    void handle(ShipReservation command) {
        if (state.shipped().contains(new Shipping(command.reservation(), command.shipment()))) {
            return;
        }
        int held = state.held(command.reservation());
        if (command.quantity() > held) {
            throw new StockRefused(StockRefused.Reason.NOT_HELD, key(), command.reservation(), held);
        }
        apply(new ReservationShipped(key(), command.reservation(), command.shipment(), command.quantity()));
    }

    /** As an event tells it; nobody has more pieces than that. */
    private static int pieces(long number) {
        return Math.clamp(number, 0, Integer.MAX_VALUE);
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
