package io.waybill.projection.stocklevel;

import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.projection.batch.RowBatch;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Adds up what the events of stock change. A row's version makes adding safe to repeat: what it has seen it does not add
 * again. Every event moves the version, also one that moves no pieces, so that it is always the aggregate's.
 */
@Component
@ProcessingGroup(StockLevelView.NAME)
final class StockLevelWriter {
    private static final String APPLY = """
            insert into stocklevel as level (sku, warehouse, on_hand, reserved, version) values (?, ?, ?, ?, ?)
            on conflict (sku, warehouse) do update
               set on_hand = level.on_hand + excluded.on_hand,
                   reserved = level.reserved + excluded.reserved,
                   version = excluded.version
             where level.version < excluded.version
            """;

    private final RowBatch rows;

    StockLevelWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, APPLY);
    }

    @EventHandler
    void on(StockEvent event, @SequenceNumber long version) {
        rows.changed(event.stock());
        switch (event) {
            case StockReceived received -> apply(event, received.quantity(), 0, version);
            case StockReserved reserved -> apply(event, 0, reserved.quantity(), version);
            case StockReservationRejected rejected -> apply(event, 0, 0, version);
            case ReservationReleased released -> apply(event, 0, -released.quantity(), version);
            case StockCounted counted -> apply(event, counted.counted() - counted.before(), 0, version);
            case ReservationShipped shipped -> apply(event, -shipped.quantity(), -shipped.quantity(), version);
            case ReturnRestocked restocked -> apply(event, restocked.quantity(), 0, version);
        }
    }

    private void apply(StockEvent event, int onHand, int reserved, long version) {
        rows.add(APPLY, event.stock().sku().value(), event.stock().warehouse().value(), onHand, reserved, version);
    }
}
