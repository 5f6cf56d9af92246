package io.waybill.projection.ordersummary;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.Rejection.Reason;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.Orders;
import io.waybill.projection.WholeLife;
import io.waybill.projection.view.Fingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class OrderSummaryTest extends FoldedTables {
    private static final Rejection SHORT = new Rejection(Reason.SHORT_STOCK, Sku.of("71053"), "2 of 8 are there");
    private static final String STATES = "select reference, status, version from ordersummary order by ordered_at";

    OrderSummaryTest() {
        super("ordersummary");
    }

    @Test
    void a_placed_order_is_a_row_with_everything_that_was_ordered() {
        OrderId order = story.placed(Orders.hearts());

        fold.fold(story.events());

        assertThat(fold.rows("""
                        select order_id, reference, customer_id, status, name, street, city, postcode, country,
                               total, currency, line_count, rejections, version,
                               ordered_at = '2010-12-01T08:26:00Z' as ordered,
                               placed_at = '2026-01-05T10:00:00Z' as placed, updated_at = placed_at as fresh
                          from ordersummary
                        """))
                .containsExactly(List.of(
                        order.toString(),
                        "536365",
                        "17850",
                        "PLACED",
                        "Ada Lovelace",
                        "12 St James's Square",
                        "London",
                        "SW1Y 4LB",
                        "United Kingdom",
                        "42.43",
                        "GBP",
                        "2",
                        "[]",
                        "0",
                        "t",
                        "t",
                        "t"));
    }

    @Test
    void a_line_keeps_its_exact_price_and_its_rounded_total() {
        story.placed(Orders.hearts());

        fold.fold(story.events());

        assertThat(fold.rows("""
                        select line ->> 'number', line ->> 'sku', line ->> 'description', line ->> 'quantity',
                               line -> 'unitPrice' ->> 'amount', line -> 'total' ->> 'amount'
                          from ordersummary, jsonb_array_elements(lines) line
                        """))
                .containsExactly(
                        List.of("1", "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "6", "2.55", "15.30"),
                        List.of("2", "71053", "WHITE METAL LANTERN", "8", "3.391", "27.13"));
    }

    @Test
    void an_order_ends_confirmed_or_rejected_with_its_reasons() {
        OrderId hearts = story.placed(Orders.hearts());
        OrderId clocks = story.placed(Orders.clocks());
        story.placed(Orders.guest());
        story.rejected(hearts, SHORT).confirmed(clocks);

        fold.fold(story.events());

        assertThat(fold.rows(STATES))
                .containsExactly(
                        List.of("536365", "REJECTED", "1"),
                        List.of("536370", "CONFIRMED", "1"),
                        Arrays.asList(null, "PLACED", "0"));
        assertThat(fold.rows("""
                        select rejections -> 0 ->> 'reason', rejections -> 0 ->> 'sku',
                               rejections -> 0 ->> 'detail', updated_at - placed_at
                          from ordersummary where status = 'REJECTED'
                        """)).containsExactly(List.of("SHORT_STOCK", "71053", "2 of 8 are there", "00:00:03"));
    }

    @Test
    void an_amended_order_has_its_new_lines_total_and_address_and_keeps_its_status() {
        OrderPlaced order = Orders.hearts();
        story.placed(order);
        story.confirmed(order.orderId()).order(Orders.amended(order, 1));

        fold.batch(story.events());

        assertThat(fold.rows("""
                        select status, name, street, city, country, total, line_count, amendment, version,
                               lines -> 0 ->> 'quantity', lines -> 1 ->> 'quantity'
                          from ordersummary
                        """))
                .containsExactly(Arrays.asList(
                        "CONFIRMED", "Blaise Pascal", null, "Paris", "France", "38.17", "2", "1", "2", "3", "9"));
    }

    @Test
    void an_amendment_that_comes_again_does_not_undo_a_later_one() {
        OrderPlaced order = Orders.hearts();
        story.placed(order);
        story.order(Orders.amended(order, 1)).order(undone(order)).confirmed(order.orderId());
        fold.batch(story.events());
        Fingerprint once = fold.fingerprint("ordersummary");

        fold.batch(story.events().subList(0, 2));
        fold.batch(story.events());

        assertThat(fold.fingerprint("ordersummary")).isEqualTo(once);
        assertThat(fold.rows("select status, total, amendment, version from ordersummary"))
                .containsExactly(List.of("CONFIRMED", "42.43", "2", "3"));
    }

    @Test
    void every_status_of_a_life_is_shown() {
        WholeLife life =
                new WholeLife(story, Orders.hearts()).placed().reserved().paid().prepared();
        fold.fold(story.events());
        assertStatus("CONFIRMED");
        life.shipped();
        List<TrackedEventMessage<?>> shipped = story.events();
        int partially = IntStream.range(0, shipped.size())
                .filter(n -> shipped.get(n).getPayload() instanceof OrderPartiallyShipped)
                .findFirst()
                .orElseThrow();
        fold.fold(shipped.subList(0, partially + 1));
        assertStatus("PARTIALLY_SHIPPED");
        fold.fold(shipped);
        assertStatus("SHIPPED");
        life.delivered();
        fold.fold(story.events());
        assertStatus("DELIVERED");
        life.returned();
        fold.fold(story.events());
        assertStatus("DELIVERED");
        life.closed();
        fold.fold(story.events());
        assertStatus("CLOSED");
    }

    @Test
    void a_cancelled_order_is_cancelled() {
        OrderId order = story.placed(Orders.hearts());
        story.order(new OrderCancelled(order, null));

        fold.fold(story.events());

        assertStatus("CANCELLED");
    }

    @Test
    void an_order_that_begins_and_ends_in_one_batch_beside_others_is_right() {
        OrderId hearts = story.placed(Orders.hearts());
        fold.batch(story.events());
        story.confirmed(hearts);
        OrderId clocks = story.placed(Orders.clocks());
        story.confirmed(clocks);

        fold.batch(story.events());

        assertThat(fold.rows(STATES))
                .containsExactly(List.of("536365", "CONFIRMED", "1"), List.of("536370", "CONFIRMED", "1"));
    }

    @Test
    void handling_twice_equals_handling_once() {
        OrderId hearts = story.placed(Orders.hearts());
        story.placed(Orders.clocks());
        story.confirmed(hearts);
        List<TrackedEventMessage<?>> events = story.events();
        fold.fold(events);
        Fingerprint once = fold.fingerprint("ordersummary");

        fold.fold(events);
        fold.fold(events.subList(0, 1));

        assertThat(fold.fingerprint("ordersummary")).isEqualTo(once);
        assertThat(once.rows()).isEqualTo(2);
    }

    @Test
    void an_order_behind_an_erasure_in_one_batch_is_there_and_the_erased_are_not() {
        story.placed(Orders.hearts());
        story.customer(new CustomerErased(CustomerId.of("17850"), null)).placed(Orders.clocks());

        fold.batch(story.events());

        assertThat(fold.rows("select reference, name from ordersummary order by ordered_at"))
                .containsExactly(Arrays.asList("536365", null), List.of("536370", "Blaise Pascal"));
    }

    @Test
    void a_batch_of_which_a_part_was_handled_before_adds_the_rest() {
        WholeLife.told(story);
        OrderId rejected = story.placed(Orders.clocks());
        story.rejected(rejected, SHORT);
        List<TrackedEventMessage<?>> events = story.events().stream()
                .filter(event -> event.getPayload() instanceof OrderEvent)
                .toList();
        fold.batch(events);
        Fingerprint once = fold.fingerprint("ordersummary");

        for (int handled = 1; handled < events.size(); handled++) {
            for (int again = 0; again <= handled; again++) {
                fold.empty("ordersummary");
                fold.batch(events.subList(0, handled));
                fold.batch(events.subList(again, events.size()));

                assertThat(fold.fingerprint("ordersummary"))
                        .as("%s handled, then from %s on", handled, again)
                        .isEqualTo(once);
            }
        }
    }

    @Test
    void a_rebuilt_view_equals_the_live_one() {
        OrderId hearts = story.placed(Orders.hearts());
        story.confirmed(hearts);
        fold.batch(story.events().subList(0, 1));
        fold.batch(story.events().subList(1, 2));
        Fingerprint live = fold.fingerprint("ordersummary");

        fold.empty("ordersummary");
        assertThat(fold.fingerprint("ordersummary").rows()).isZero();
        fold.fold(story.events());

        assertThat(fold.fingerprint("ordersummary")).isEqualTo(live);
    }

    @Test
    void a_character_that_postgresql_cannot_hold_does_not_stop_the_view() {
        story.placed(Orders.placed(
                "no\0thing",
                null,
                new ShippingAddress("A\0da", null, null, null, "France"),
                Orders.MORNING,
                Orders.line(1, "71053", "LAN\0TERN", 1, "3.39")));

        fold.fold(story.events());

        assertThat(fold.rows("select reference, name, lines -> 0 ->> 'description' from ordersummary"))
                .containsExactly(List.of("no\uFFFDthing", "A\uFFFDda", "LAN\uFFFDTERN"));
    }

    private void assertStatus(String status) {
        assertThat(fold.rows("select status from ordersummary")).containsExactly(List.of(status));
    }

    private static OrderAmended undone(OrderPlaced order) {
        return new OrderAmended(
                order.orderId(),
                2,
                AmendmentCause.UNDONE,
                order.shipTo(),
                order.lines(),
                order.groups(),
                order.total(),
                order.payments());
    }
}
