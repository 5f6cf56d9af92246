package io.waybill.command.order;

import static io.waybill.command.order.OrderStories.CARD;
import static io.waybill.command.order.OrderStories.FIRST;
import static io.waybill.command.order.OrderStories.MUG;
import static io.waybill.command.order.OrderStories.MUGS;
import static io.waybill.command.order.OrderStories.ORDER;
import static io.waybill.command.order.OrderStories.SECOND;
import static io.waybill.command.order.OrderStories.TEA;
import static io.waybill.command.order.OrderStories.TEAS;
import static io.waybill.command.order.OrderStories.WALLET;
import static io.waybill.command.order.OrderStories.confirmed;
import static io.waybill.command.order.OrderStories.delivered;
import static io.waybill.command.order.OrderStories.gbp;
import static io.waybill.command.order.OrderStories.mugsLeft;
import static io.waybill.command.order.OrderStories.placed;
import static io.waybill.command.order.OrderStories.teasLeft;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.OpenReturn;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.order.SettleReturn;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Line 1: three mugs at 0.335, in all 1.00. Line 2: a mug at 2.00. Line 3: two teas at 1.25. */
class ReturnPiecesTest {
    private static final ReturnId ONE = ReturnId.of("01900000-0000-7000-8000-0000000000b1");
    private static final ReturnId OTHER = ReturnId.of("01900000-0000-7000-8000-0000000000b2");
    private static final RefundId REFUND = new RefundId(ONE.value());

    private final AggregateTestFixture<Order> order = OrderStories.fixture();

    @Test
    void pieces_of_a_delivered_order_can_be_returned() {
        List<ReturnItem> items = List.of(mug(1, "0.34"), new ReturnItem(3, TEA, 2, gbp("2.50")));
        order.given(arrived())
                .when(new OpenReturn(ORDER, ONE, Map.of(3, 2, 1, 1)))
                .expectResultMessagePayload(items)
                .expectEvents(new OrderReturnOpened(ORDER, ONE, items));
    }

    @Test
    void the_values_of_partial_returns_add_up_to_the_line() {
        // 0.335, 0.67 and 1.005 are 0.34, 0.67 and 1.00: the pieces are worth 0.34, 0.33 and 0.33.
        order.given(arrived(opened(ONE, mug(1, "0.34"))))
                .when(new OpenReturn(ORDER, OTHER, Map.of(1, 2)))
                .expectEvents(opened(OTHER, new ReturnItem(1, MUG, 2, gbp("0.66"))));
    }

    @Test
    void opening_the_same_return_again_changes_nothing() {
        order.given(arrived(opened(ONE, mug(1, "0.34"))))
                .when(new OpenReturn(ORDER, ONE, Map.of(1, 1)))
                .expectResultMessagePayload(List.of(mug(1, "0.34")))
                .expectNoEvents();
    }

    @Test
    void nothing_can_be_returned_before_it_is_delivered_nor_after_the_order_is_closed() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft())
                .when(new OpenReturn(ORDER, ONE, Map.of(1, 1)))
                .expectException(RefusedBecause.of("NOT_RETURNABLE"));
        order.given(arrived(OrderTest.closed()))
                .when(new OpenReturn(ORDER, ONE, Map.of(1, 1)))
                .expectException(RefusedBecause.of("NOT_RETURNABLE"));
    }

    @Test
    void a_return_that_was_settled_is_not_opened_again() {
        order.given(arrived(opened(ONE, mug(1, "0.34")), settled(ONE)))
                .when(new OpenReturn(ORDER, ONE, Map.of(1, 1)))
                .expectException(RefusedBecause.of("NOT_RETURNABLE"));
    }

    @Test
    void a_line_that_the_order_does_not_have_cannot_be_returned() {
        order.given(arrived())
                .when(new OpenReturn(ORDER, ONE, Map.of(4, 1)))
                .expectException(RefusedBecause.of("UNKNOWN_LINE"));
    }

    @Test
    void a_return_has_pieces() {
        Stream.of(Map.<Integer, Integer>of(), Map.of(1, 0), Map.of(1, 1, 2, -1))
                .forEach(pieces -> order.given(arrived())
                        .when(new OpenReturn(ORDER, ONE, pieces))
                        .expectException(RefusedBecause.of("NOTHING_TO_RETURN")));
    }

    @Test
    void a_piece_comes_back_once() {
        order.given(arrived(opened(ONE, mug(2, "2.00"))))
                .when(new OpenReturn(ORDER, OTHER, Map.of(1, 1, 2, 1)))
                .expectNoEvents()
                .expectException(RefusedBecause.of("MORE_THAN_DELIVERED"));
        order.given(arrived(opened(ONE, mug(2, "2.00")), settled(ONE, mug(2, "2.00"))))
                .when(new OpenReturn(ORDER, OTHER, Map.of(2, 1)))
                .expectException(RefusedBecause.of("MORE_THAN_DELIVERED"));
    }

    @Test
    void a_piece_that_was_lost_does_not_come_back_and_the_last_line_lost_it() {
        List<ShipmentItem> oneMug = List.of(new ShipmentItem(1, MUG, 1));
        List<ShipmentItem> rest = List.of(new ShipmentItem(1, MUG, 3), TEAS.getFirst());
        Object[] lost = {
            placed(),
            confirmed(),
            new OrderPartiallyShipped(ORDER, FIRST, oneMug, gbp("2.00")),
            new OrderShipped(ORDER, SECOND, rest, gbp("3.50")),
            delivered(FIRST)
        };
        order.given(lost)
                .when(new OpenReturn(ORDER, ONE, Map.of(2, 1)))
                .expectException(RefusedBecause.of("MORE_THAN_DELIVERED"));
        order.given(lost)
                .when(new OpenReturn(ORDER, ONE, Map.of(1, 3)))
                .expectEvents(opened(ONE, new ReturnItem(1, MUG, 3, gbp("1.00"))));
    }

    @Test
    void what_arrived_is_worth_what_was_paid_for_it_and_the_last_piece_takes_the_difference() {
        // Of three mugs that cost 1.00 together, the one that was lost was paid with 0.33; two by themselves cost 0.67.
        List<ShipmentItem> lost = List.of(new ShipmentItem(1, MUG, 2));
        List<ShipmentItem> rest = List.of(new ShipmentItem(1, MUG, 2), TEAS.getFirst());
        List<Object> history = List.of(
                placed(),
                confirmed(),
                new OrderPartiallyShipped(ORDER, FIRST, lost, gbp("2.34")),
                new OrderShipped(ORDER, SECOND, rest, gbp("3.16")),
                delivered(FIRST));
        order.given(history).when(new OpenReturn(ORDER, ONE, Map.of(1, 1))).expectEvents(opened(ONE, mug(1, "0.34")));
        order.given(Stream.concat(history.stream(), Stream.of(opened(ONE, mug(1, "0.34"))))
                        .toList())
                .when(new OpenReturn(ORDER, OTHER, Map.of(1, 1)))
                .expectEvents(opened(OTHER, mug(1, "0.32")));
    }

    @Test
    void what_came_back_is_settled_with_its_share_of_the_value() {
        order.given(arrived(opened(ONE, new ReturnItem(3, TEA, 2, gbp("2.50")), mug(2, "2.00"))))
                .when(new SettleReturn(ORDER, ONE, Map.of(3, 1)))
                .expectEvents(settled(ONE, new ReturnItem(3, TEA, 1, gbp("1.25"))));
    }

    @Test
    void of_a_line_all_may_come_back_and_of_another_nothing() {
        ReturnItem teas = new ReturnItem(3, TEA, 2, gbp("2.50"));
        order.given(arrived(opened(ONE, teas, mug(2, "2.00"))))
                .when(new SettleReturn(ORDER, ONE, Map.of(2, 0, 3, 2)))
                .expectEvents(settled(ONE, teas));
    }

    @Test
    void what_did_not_come_back_can_be_returned_another_time() {
        order.given(arrived(opened(ONE, mug(2, "2.00")), settled(ONE)))
                .when(new OpenReturn(ORDER, OTHER, Map.of(2, 1)))
                .expectEvents(opened(OTHER, mug(2, "2.00")));
    }

    @Test
    void settling_again_changes_nothing() {
        order.given(arrived(opened(ONE, mug(2, "2.00")), settled(ONE)))
                .when(new SettleReturn(ORDER, ONE, Map.of(2, 1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_return_that_was_never_opened_cannot_be_settled() {
        order.given(arrived())
                .when(new SettleReturn(ORDER, ONE, Map.of()))
                .expectException(RefusedBecause.of("UNKNOWN_RETURN"));
    }

    @Test
    void no_more_comes_back_than_a_return_was_opened_for() {
        Stream.of(Map.of(2, 2), Map.of(1, 1), Map.of(2, -1))
                .forEach(pieces -> order.given(arrived(opened(ONE, mug(2, "2.00"))))
                        .when(new SettleReturn(ORDER, ONE, pieces))
                        .expectException(RefusedBecause.of("MORE_THAN_OPENED")));
    }

    @Test
    void an_order_is_not_closed_while_pieces_are_on_their_way_back() {
        CloseOrder close = new CloseOrder(ORDER, ClosingReason.RETURN_WINDOW_OVER);
        order.given(arrived(opened(ONE, mug(2, "2.00")))).when(close).expectException(RefusedBecause.of("RETURN_OPEN"));
        order.given(arrived(opened(ONE, mug(2, "2.00")), settled(ONE)))
                .when(close)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void money_goes_back_by_card_before_wallet_and_what_they_cannot_give_is_recorded() {
        order.given(arrived()).when(new RefundOrder(ORDER, REFUND, gbp("2.50"))).expectEvents(refunded());
    }

    @Test
    void a_refund_is_asked_for_once() {
        order.given(arrived(refunded()))
                .when(new RefundOrder(ORDER, REFUND, gbp("2.50")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static OrderRefundRequested refunded() {
        return new OrderRefundRequested(
                ORDER,
                REFUND,
                List.of(new RefundPart(CARD.paymentId(), gbp("1.00")), new RefundPart(WALLET.paymentId(), gbp("1.00"))),
                gbp("0.50"));
    }

    private static List<Object> arrived(Object... since) {
        Stream<Object> before = Stream.of(
                placed(),
                confirmed(),
                new OrderShipped(
                        ORDER,
                        FIRST,
                        Stream.concat(MUGS.stream(), TEAS.stream()).toList(),
                        gbp("5.50")),
                delivered());
        return Stream.concat(before, Stream.of(since)).toList();
    }

    private static ReturnItem mug(int line, String value) {
        return new ReturnItem(line, MUG, 1, gbp(value));
    }

    private static OrderReturnOpened opened(ReturnId id, ReturnItem... items) {
        return new OrderReturnOpened(ORDER, id, List.of(items));
    }

    private static OrderReturnSettled settled(ReturnId id, ReturnItem... items) {
        return new OrderReturnSettled(ORDER, id, List.of(items));
    }
}
