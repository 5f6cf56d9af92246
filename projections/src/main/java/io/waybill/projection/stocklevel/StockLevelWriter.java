package io.waybill.projection.stocklevel;

import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.projection.batch.PerBatch;
import io.waybill.projection.batch.Statements;
import io.waybill.projection.batch.ViewJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Adds up what the events of stock change. A row's version makes adding safe to repeat: what it has seen it does not add
 * again. Every event moves the version, also one that moves no pieces, so that it is always the aggregate's.
 *
 * <p>A row is written once in a batch, however many events it has there: each write leaves a dead row behind that the next one
 * has to pass, and a repair folds whole histories in one transaction, in which nothing dead can be cleared away.
 */
@Component
@ProcessingGroup(StockLevelView.NAME)
final class StockLevelWriter {
    private static final String APPLY = """
            insert into stocklevel as level (sku, warehouse, on_hand, reserved, version)
            select ?, ?, sum(move."onHand"), sum(move.reserved), max(move.version)
              from jsonb_to_recordset(?::jsonb) as move ("onHand" bigint, reserved bigint, version bigint)
            on conflict (sku, warehouse) do update
               set (on_hand, reserved, version) = (
                     select level.on_hand + sum(move."onHand"), level.reserved + sum(move.reserved), max(move.version)
                       from jsonb_to_recordset(?::jsonb) as move ("onHand" bigint, reserved bigint, version bigint)
                      where move.version > level.version)
             where level.version < excluded.version
            """;

    private final Statements statements;
    private final PerBatch<Map<StockKey, List<Move>>> moves = new PerBatch<>(LinkedHashMap::new, this::write);

    StockLevelWriter(JdbcTemplate jdbc) {
        this.statements = new Statements(jdbc, APPLY);
    }

    @EventHandler
    void on(StockEvent event, @SequenceNumber long version) {
        moves.current()
                .computeIfAbsent(event.stock(), stock -> new ArrayList<>())
                .add(
                        switch (event) {
                            case StockReceived received -> new Move(received.quantity(), 0, version);
                            case StockReserved reserved -> new Move(0, reserved.quantity(), version);
                            case StockReservationRejected rejected -> new Move(0, 0, version);
                            case ReservationReleased released -> new Move(0, -released.quantity(), version);
                            case StockCounted counted -> new Move(counted.counted() - counted.before(), 0, version);
                            case ReservationShipped shipped ->
                                new Move(-shipped.quantity(), -shipped.quantity(), version);
                            case ReturnRestocked restocked -> new Move(restocked.quantity(), 0, version);
                        });
    }

    private void write(Map<StockKey, List<Move>> batch) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        batch.forEach((stock, all) -> {
            String json = ViewJson.of(all);
            rows.add(new @Nullable Object[] {
                stock.sku().value(), stock.warehouse().value(), json, json
            });
        });
        statements.run(
                Map.of(APPLY, rows),
                batch.keySet().stream().map(StockKey::toString).toList());
    }

    /** What one event changes. */
    private record Move(int onHand, int reserved, long version) {}
}
