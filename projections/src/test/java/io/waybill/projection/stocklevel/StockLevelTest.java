package io.waybill.projection.stocklevel;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.Orders;
import io.waybill.projection.view.Fingerprint;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockLevelTest extends FoldedTables {
    private static final String LEVELS =
            "select sku, warehouse, on_hand, reserved, available, version from stocklevel order by sku, warehouse";
    private final OrderId order = Orders.hearts().orderId();

    StockLevelTest() {
        super("stocklevel");
    }

    @Test
    void what_came_in_is_on_hand_and_what_is_held_is_not_available() {
        story.received("71053@MAIN", 10).reserved("71053@MAIN", order, 4).received("71053@MAIN", 5);

        fold.fold(story.events());

        assertThat(fold.rows(LEVELS)).containsExactly(List.of("71053", "MAIN", "15", "4", "11", "2"));
    }

    @Test
    void what_is_released_is_available_again() {
        story.received("71053@MAIN", 10).reserved("71053@MAIN", order, 4).released("71053@MAIN", order, 4);

        fold.fold(story.events());

        assertThat(fold.rows(LEVELS)).containsExactly(List.of("71053", "MAIN", "10", "0", "10", "2"));
    }

    @Test
    void what_ships_is_neither_on_hand_nor_reserved_and_what_comes_back_is_on_hand() {
        StockKey stock = StockKey.of("71053@MAIN");
        ShipmentId shipment = new ShipmentId(UUID.randomUUID());
        story.received("71053@MAIN", 10)
                .reserved("71053@MAIN", order, 4)
                .released("71053@MAIN", order, 1)
                .stock(new ReservationShipped(stock, new ReservationId(order, 1), shipment, 3))
                .stock(new ReturnRestocked(stock, new ReturnId(UUID.randomUUID()), 1, 2));

        fold.fold(story.events());

        assertThat(fold.rows(LEVELS)).containsExactly(List.of("71053", "MAIN", "9", "0", "9", "4"));
    }

    @Test
    void what_was_counted_is_on_hand_even_below_what_is_reserved() {
        story.received("71053@MAIN", 10)
                .reserved("71053@MAIN", order, 4)
                .stock(new StockCounted(StockKey.of("71053@MAIN"), 3, 10, 1, "a leak"));

        fold.fold(story.events());

        assertThat(fold.rows(LEVELS)).containsExactly(List.of("71053", "MAIN", "3", "4", "-1", "2"));
    }

    @Test
    void a_refused_reservation_moves_nothing_but_the_version() {
        story.received("71053@MAIN", 3).shortOf("71053@MAIN", order, 4, 3);

        fold.fold(story.events());

        assertThat(fold.rows(LEVELS)).containsExactly(List.of("71053", "MAIN", "3", "0", "3", "1"));
    }

    @Test
    void a_refused_reservation_of_what_never_came_in_is_a_level_of_nothing() {
        story.shortOf("71053@MAIN", order, 4, 0);

        fold.fold(story.events());

        assertThat(fold.rows(LEVELS)).containsExactly(List.of("71053", "MAIN", "0", "0", "0", "0"));
    }

    @Test
    void warehouses_and_skus_are_apart_however_their_events_are_mixed() {
        story.received("71053@MAIN", 10)
                .received("22728@MAIN", 20)
                .received("71053@NORTH", 30)
                .reserved("71053@NORTH", order, 1)
                .reserved("71053@MAIN", order, 2);

        fold.fold(story.events());

        assertThat(fold.rows(LEVELS))
                .containsExactly(
                        List.of("22728", "MAIN", "20", "0", "20", "0"),
                        List.of("71053", "MAIN", "10", "2", "8", "1"),
                        List.of("71053", "NORTH", "30", "1", "29", "1"));
    }

    @Test
    void handling_twice_equals_handling_once() {
        story.received("71053@MAIN", 10).reserved("71053@MAIN", order, 4).received("22728@MAIN", 5);
        fold.fold(story.events());
        Fingerprint once = fold.fingerprint("stocklevel");

        fold.fold(story.events());
        fold.batch(story.events().subList(1, 2));

        assertThat(fold.fingerprint("stocklevel")).isEqualTo(once);
    }

    @Test
    void of_a_batch_that_was_seen_in_part_only_the_rest_counts() {
        story.received("71053@MAIN", 10).reserved("71053@MAIN", order, 4).received("71053@MAIN", 5);
        fold.batch(story.events().subList(0, 2));

        fold.batch(story.events());

        assertThat(fold.rows(LEVELS)).containsExactly(List.of("71053", "MAIN", "15", "4", "11", "2"));
    }

    @Test
    void a_rebuilt_view_equals_the_live_one() {
        story.received("71053@MAIN", 10).reserved("71053@MAIN", order, 4).released("71053@MAIN", order, 4);
        story.events().forEach(event -> fold.batch(List.of(event)));
        Fingerprint live = fold.fingerprint("stocklevel");

        fold.empty("stocklevel");
        fold.batch(story.events());

        assertThat(fold.fingerprint("stocklevel")).isEqualTo(live);
    }
}
