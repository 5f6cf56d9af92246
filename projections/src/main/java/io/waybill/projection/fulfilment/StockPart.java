package io.waybill.projection.fulfilment;

import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.inventory.WarehouseId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one warehouse holds of one SKU for the order.
 *
 * @param reservations one for each line group that it was asked for
 */
record StockPart(Sku sku, WarehouseId warehouse, List<Reservation> reservations) implements Part {
    /**
     * What became of one group here, in pieces.
     *
     * @param held and still there
     * @param refused the last answer, if that was a no
     */
    record Reservation(
            int group,
            int held,
            int shipped,
            int released,
            @Nullable Refusal refused,
            @Nullable Instant heldAt,
            @Nullable Instant releasedAt) {
        private static Reservation none(int group) {
            return new Reservation(group, 0, 0, 0, null, null, null);
        }
    }

    /** @param available how much could have been held */
    record Refusal(int quantity, int available, Instant at) {}

    static @Nullable StockPart after(@Nullable StockPart before, StockEvent event, Instant at) {
        StockPart part = before == null ? none(event.stock()) : before;
        return switch (event) {
            case StockReserved reserved ->
                part.with(
                        reserved.reservation().group(),
                        old -> new Reservation(
                                old.group(),
                                old.held() + reserved.quantity(),
                                old.shipped(),
                                old.released(),
                                null,
                                at,
                                old.releasedAt()));
            case StockReservationRejected rejected ->
                part.with(
                        rejected.reservation().group(),
                        old -> new Reservation(
                                old.group(),
                                old.held(),
                                old.shipped(),
                                old.released(),
                                new Refusal(rejected.quantity(), rejected.available(), at),
                                old.heldAt(),
                                old.releasedAt()));
            case ReservationReleased released ->
                part.with(
                        released.reservation().group(),
                        old -> new Reservation(
                                old.group(),
                                old.held() - released.quantity(),
                                old.shipped(),
                                old.released() + released.quantity(),
                                old.refused(),
                                old.heldAt(),
                                at));
            case ReservationShipped shipped ->
                part.with(
                        shipped.reservation().group(),
                        old -> new Reservation(
                                old.group(),
                                old.held() - shipped.quantity(),
                                old.shipped() + shipped.quantity(),
                                old.released(),
                                old.refused(),
                                old.heldAt(),
                                old.releasedAt()));
            // These are about no order.
            case StockReceived _, StockCounted _, ReturnRestocked _ -> before;
        };
    }

    private static StockPart none(StockKey stock) {
        return new StockPart(stock.sku(), stock.warehouse(), List.of());
    }

    private StockPart with(int group, UnaryOperator<Reservation> change) {
        Reservation old = reservations.stream()
                .filter(reservation -> reservation.group() == group)
                .findFirst()
                .orElseGet(() -> Reservation.none(group));
        Stream<Reservation> others = reservations.stream().filter(reservation -> reservation.group() != group);
        return new StockPart(
                sku,
                warehouse,
                Stream.concat(others, Stream.of(change.apply(old))).toList());
    }
}
