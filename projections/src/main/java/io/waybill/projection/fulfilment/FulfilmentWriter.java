package io.waybill.projection.fulfilment;

import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.returns.ReturnEvent;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.projection.batch.PerBatch;
import io.waybill.projection.fulfilment.FulfilmentRows.Row;
import io.waybill.projection.fulfilment.Part.Kind;
import io.waybill.projection.fulfilment.Part.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folds a batch's events into the parts that they belong to, which are read before and written after, all in the batch's
 * transaction. Events of one aggregate come in order and to one segment only, so nobody else writes the same row.
 */
@Component
@ProcessingGroup(FulfilmentView.NAME)
final class FulfilmentWriter {
    private final FulfilmentRows rows;
    private final PerBatch<Map<PartKey, List<Change>>> changes = new PerBatch<>(LinkedHashMap::new, this::write);

    FulfilmentWriter(FulfilmentRows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version, @Timestamp Instant at) {
        PartKey key = PartKey.of(event.orderId(), Kind.ORDER, event.orderId());
        add(key, version, before -> OrderPart.after((OrderPart) before, event, at));
    }

    @EventHandler
    void on(PaymentEvent event, @SequenceNumber long version, @Timestamp Instant at) {
        PartKey key = PartKey.of(event.orderId(), Kind.PAYMENT, event.paymentId());
        add(key, version, before -> PaymentPart.after((PaymentPart) before, event, at));
    }

    @EventHandler
    void on(ShipmentEvent event, @SequenceNumber long version, @Timestamp Instant at) {
        PartKey key = PartKey.of(event.orderId(), Kind.SHIPMENT, event.shipmentId());
        add(key, version, before -> ShipmentPart.after((ShipmentPart) before, event, at));
    }

    @EventHandler
    void on(ReturnEvent event, @SequenceNumber long version, @Timestamp Instant at) {
        PartKey key = PartKey.of(event.orderId(), Kind.RETURN, event.returnId());
        add(key, version, before -> ReturnPart.after((ReturnPart) before, event, at));
    }

    @EventHandler
    void on(StockEvent event, @SequenceNumber long version, @Timestamp Instant at) {
        OrderId order = orderOf(event);
        if (order != null) {
            PartKey key = PartKey.of(order, Kind.STOCK, event.stock());
            add(key, version, before -> StockPart.after((StockPart) before, event, at));
        }
    }

    /** The order that the event is about, if it is about one. */
    private static @Nullable OrderId orderOf(StockEvent event) {
        return switch (event) {
            case StockReserved reserved -> reserved.orderId();
            case StockReservationRejected rejected -> rejected.orderId();
            case ReservationReleased released -> released.orderId();
            case ReservationShipped shipped -> shipped.orderId();
            case StockReceived _, StockCounted _, ReturnRestocked _ -> null;
        };
    }

    private void add(PartKey key, long version, Step step) {
        changes.current().computeIfAbsent(key, first -> new ArrayList<>()).add(new Change(version, step));
    }

    private void write(Map<PartKey, List<Change>> batch) {
        Map<PartKey, Row> before = rows.find(batch.keySet());
        Map<PartKey, Row> after = new LinkedHashMap<>();
        batch.forEach((key, events) -> {
            Row old = before.get(key);
            Row row = fold(old, events);
            if (row != null && !row.equals(old)) {
                after.put(key, row);
            }
        });
        rows.write(after);
    }

    // What has no beginning stays away: its beginning was discarded as a dead letter.
    private static @Nullable Row fold(@Nullable Row old, List<Change> events) {
        Row row = old;
        for (Change change : events) {
            if (row == null || row.version() < change.version()) {
                Part part = change.step().after(row == null ? null : row.part());
                row = part == null ? null : new Row(part, change.version());
            }
        }
        return row;
    }

    private record Change(long version, Step step) {}
}
