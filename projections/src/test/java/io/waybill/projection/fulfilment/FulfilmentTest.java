package io.waybill.projection.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.VoidDeferred;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.returns.ReturnRefundRetried;
import io.waybill.contract.wallet.WalletId;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.Orders;
import io.waybill.projection.WholeLife;
import io.waybill.projection.view.Fingerprint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FulfilmentTest extends FoldedTables {
    FulfilmentTest() {
        super("fulfilment");
    }

    @Test
    void each_aggregate_of_an_order_is_a_row_of_its_own_version() {
        WholeLife.told(story);

        fold.fold(story.events());

        assertThat(fold.rows("select kind, version from fulfilment order by kind, id collate \"C\", version"))
                .contains(List.of("order", "8"), List.of("payment", "7"), List.of("return", "3"))
                .hasSize(8);
        assertThat(fold.rows("select id from fulfilment where kind = 'stock' order by id"))
                .containsExactly(List.of("71053@MAIN"), List.of("71053@NORTH"), List.of("85123A@MAIN"));
    }

    @Test
    void a_payment_adds_up_what_was_authorized_captured_and_refunded_and_keeps_no_card() {
        WholeLife.told(story);

        fold.fold(story.events());

        assertThat(fold.rows("""
                        select state ->> 'means', state ->> 'status', state -> 'authorized' ->> 'amount',
                               state -> 'captured' ->> 'amount', state -> 'refunded' ->> 'amount', state ->> 'moves'
                          from fulfilment where kind = 'payment'
                        """))
                .containsExactly(List.of("CARD", "PARTIALLY_REFUNDED", "42.43", "42.43", "5.10", "[]"));
        assertThat(fold.rows("select id from fulfilment where state::text like '%tok_ok%'"))
                .isEmpty();
    }

    @Test
    void a_payment_that_was_declined_and_then_voided_keeps_its_reason() {
        WholeLife life = new WholeLife(story, Orders.hearts()).placed();
        story.payment(new PaymentRequested(
                        life.payment.paymentId(), life.id, life.payment.amount(), life.payment.means()))
                .payment(new PaymentDeclined(
                        life.payment.paymentId(), life.id, DeclineReason.NOT_ANSWERED, "no answer in 30 s"))
                .payment(new VoidRequested(life.payment.paymentId(), life.id, null))
                .payment(new PaymentVoided(life.payment.paymentId(), life.id));

        fold.fold(story.events());

        assertThat(fold.rows("""
                        select state ->> 'status', state -> 'declined' ->> 'reason' from fulfilment
                         where kind = 'payment'
                        """)).containsExactly(List.of("VOIDED", "NOT_ANSWERED"));
    }

    @Test
    void what_is_held_of_a_group_is_what_was_reserved_and_neither_released_nor_shipped() {
        WholeLife life = new WholeLife(story, Orders.hearts()).placed().reserved();
        story.released("71053@NORTH", life.id, 2, 3);

        fold.fold(story.events());

        assertThat(fold.rows("""
                        select id, held ->> 'group', held ->> 'held', held ->> 'released', held -> 'refused' ->> 'available'
                          from fulfilment, jsonb_array_elements(state -> 'reservations') held
                         where kind = 'stock' order by id
                        """))
                .containsExactly(
                        row("71053@MAIN", "2", "0", "0", "3"),
                        row("71053@NORTH", "2", "5", "3", null),
                        row("85123A@MAIN", "1", "6", "0", null));
    }

    @Test
    void a_void_that_is_put_off_changes_nothing_yet() {
        WholeLife life =
                new WholeLife(story, Orders.hearts()).placed().reserved().paid();
        story.payment(new VoidDeferred(life.payment.paymentId(), life.id));

        fold.fold(story.events());

        assertThat(fold.rows("select state ->> 'status', version from fulfilment where kind = 'payment'"))
                .containsExactly(List.of("AUTHORIZED", "2"));
    }

    @Test
    void a_refund_that_is_tried_once_more_goes_to_the_wallet_that_was_named() {
        WholeLife life = new WholeLife(story, Orders.hearts()).placed().requestedBack();
        WalletId wallet = new WalletId(UUID.randomUUID());
        story.returned(new ReturnRefundRetried(life.back, life.id, wallet));

        fold.fold(story.events());

        assertThat(fold.rows("select state ->> 'status', state ->> 'fallback' from fulfilment where kind = 'return'"))
                .containsExactly(List.of("REQUESTED", wallet.toString()));
    }

    @Test
    void handling_twice_equals_handling_once() {
        WholeLife.told(story);
        WholeLife.told(story);
        fold.fold(story.events());
        Fingerprint once = fold.fingerprint("fulfilment");

        fold.fold(story.events());
        fold.fold(story.events().subList(5, 20));

        assertThat(fold.fingerprint("fulfilment")).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void however_the_aggregates_are_mixed_the_view_is_the_same(long seed) {
        WholeLife.told(story);
        WholeLife.told(story);
        fold.fold(story.events());
        Fingerprint told = fold.fingerprint("fulfilment");

        fold.empty("fulfilment");
        fold.fold(mixed(story.events(), new Random(seed)));

        assertThat(fold.fingerprint("fulfilment")).isEqualTo(told);
    }

    @Test
    void a_rebuilt_view_equals_the_live_one() {
        WholeLife.told(story);
        story.events().forEach(event -> fold.batch(List.of(event)));
        Fingerprint live = fold.fingerprint("fulfilment");

        fold.empty("fulfilment");
        assertThat(fold.fingerprint("fulfilment").rows()).isZero();
        fold.batch(story.events());

        assertThat(fold.fingerprint("fulfilment")).isEqualTo(live);
    }

    @Test
    void what_has_no_beginning_leaves_no_row() {
        story.confirmed(Orders.hearts().orderId());

        fold.fold(story.events());

        assertThat(fold.fingerprint("fulfilment").rows()).isZero();
    }

    /** Another order of the same events, in which those of one aggregate still follow one another. */
    private static List<TrackedEventMessage<?>> mixed(List<TrackedEventMessage<?>> events, Random random) {
        Map<String, Deque<TrackedEventMessage<?>>> left = new LinkedHashMap<>();
        events.forEach(event -> left.computeIfAbsent(
                        ((DomainEventMessage<?>) event).getAggregateIdentifier(), first -> new ArrayDeque<>())
                .add(event));
        List<String> aggregates = new ArrayList<>(left.keySet());
        List<TrackedEventMessage<?>> mixed = new ArrayList<>();
        while (!aggregates.isEmpty()) {
            String aggregate = aggregates.get(random.nextInt(aggregates.size()));
            mixed.add(left.get(aggregate).remove());
            if (left.get(aggregate).isEmpty()) {
                aggregates.remove(aggregate);
            }
        }
        return mixed;
    }

    private static List<String> row(String... columns) {
        List<String> row = new ArrayList<>();
        for (String column : columns) {
            row.add(column);
        }
        return row;
    }
}
