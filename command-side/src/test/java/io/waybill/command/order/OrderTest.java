package io.waybill.command.order;

import static io.waybill.command.order.OrderStories.MUG;
import static io.waybill.command.order.OrderStories.ORDER;
import static io.waybill.command.order.OrderStories.confirmed;
import static io.waybill.command.order.OrderStories.delivered;
import static io.waybill.command.order.OrderStories.moved;
import static io.waybill.command.order.OrderStories.mugsLeft;
import static io.waybill.command.order.OrderStories.place;
import static io.waybill.command.order.OrderStories.placed;
import static io.waybill.command.order.OrderStories.teasLeft;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.order.CancelOrder;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.order.Rejection;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final List<Rejection> SHORT = List.of(new Rejection(Rejection.Reason.SHORT_STOCK, MUG, "no mugs"));
    private static final OrderCancelled CANCELLED = new OrderCancelled(ORDER, "changed my mind");

    private final AggregateTestFixture<Order> order = OrderStories.fixture();

    @Test
    void placing_adds_up_lines_that_are_each_rounded_half_even_to_the_penny() {
        // 3 × 0.335 = 1.005, which is 1.00: half goes to the even neighbour
        order.givenNoPriorActivity().when(place()).expectEvents(placed());
    }

    @Test
    void a_placed_order_is_confirmed() {
        order.given(placed()).when(new ConfirmOrder(ORDER, 0)).expectEvents(confirmed());
    }

    @Test
    void an_amended_order_is_confirmed_as_it_is_now() {
        order.given(placed(), moved(1)).when(new ConfirmOrder(ORDER, 1)).expectEvents(confirmed());
    }

    @Test
    void an_order_that_was_amended_after_it_was_confirmed_is_confirmed_again() {
        order.given(placed(), confirmed(), moved(1))
                .when(new ConfirmOrder(ORDER, 1))
                .expectEvents(confirmed());
    }

    @Test
    void a_confirmation_that_an_amendment_overtook_changes_nothing() {
        order.given(placed(), moved(1)).when(new ConfirmOrder(ORDER, 0)).expectNoEvents();
    }

    @Test
    void confirming_again_changes_nothing_also_when_the_order_has_left() {
        order.given(placed(), confirmed()).when(new ConfirmOrder(ORDER, 0)).expectNoEvents();
        order.given(placed(), confirmed(), mugsLeft(), teasLeft())
                .when(new ConfirmOrder(ORDER, 0))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_rejected_order_cannot_be_confirmed() {
        order.given(placed(), new OrderRejected(ORDER, SHORT))
                .when(new ConfirmOrder(ORDER, 0))
                .expectNoEvents()
                .expectException(refused("NOT_CONFIRMABLE"))
                .expectExceptionMessage("order " + ORDER + " is REJECTED");
    }

    @Test
    void an_amendment_that_never_was_cannot_be_confirmed() {
        order.given(placed()).when(new ConfirmOrder(ORDER, 1)).expectException(refused("NOT_CONFIRMABLE"));
    }

    @Test
    void a_placed_order_is_rejected_with_its_reasons() {
        order.given(placed()).when(new RejectOrder(ORDER, SHORT)).expectEvents(new OrderRejected(ORDER, SHORT));
    }

    @Test
    void rejecting_again_changes_nothing() {
        order.given(placed(), new OrderRejected(ORDER, SHORT))
                .when(new RejectOrder(ORDER, SHORT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_confirmed_order_cannot_be_rejected() {
        order.given(placed(), confirmed())
                .when(new RejectOrder(ORDER, SHORT))
                .expectNoEvents()
                .expectException(refused("NOT_REJECTABLE"))
                .expectExceptionMessage("order " + ORDER + " is CONFIRMED");
    }

    @Test
    void an_order_is_cancelled_before_and_after_it_is_confirmed() {
        order.given(placed()).when(new CancelOrder(ORDER, "changed my mind")).expectEvents(CANCELLED);
        order.given(placed(), confirmed())
                .when(new CancelOrder(ORDER, "changed my mind"))
                .expectEvents(CANCELLED);
    }

    @Test
    void cancelling_again_changes_nothing() {
        order.given(placed(), CANCELLED)
                .when(new CancelOrder(ORDER, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_order_of_which_a_part_has_left_cannot_be_cancelled() {
        order.given(placed(), confirmed(), mugsLeft())
                .when(new CancelOrder(ORDER, null))
                .expectNoEvents()
                .expectException(refused("NOT_CANCELLABLE"));
    }

    @Test
    void a_rejected_order_cannot_be_cancelled() {
        order.given(placed(), new OrderRejected(ORDER, SHORT))
                .when(new CancelOrder(ORDER, null))
                .expectException(refused("NOT_CANCELLABLE"));
    }

    @Test
    void a_delivered_order_is_closed_for_whatever_reason() {
        for (ClosingReason reason : ClosingReason.values()) {
            order.given(placed(), confirmed(), mugsLeft(), teasLeft(), delivered())
                    .when(new CloseOrder(ORDER, reason))
                    .expectEvents(new OrderClosed(ORDER, reason));
        }
    }

    @Test
    void an_order_that_left_is_closed_without_being_delivered_only_if_all_of_it_was_lost() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft())
                .when(new CloseOrder(ORDER, ClosingReason.ALL_LOST))
                .expectEvents(new OrderClosed(ORDER, ClosingReason.ALL_LOST));
        order.given(placed(), confirmed(), mugsLeft(), teasLeft())
                .when(new CloseOrder(ORDER, ClosingReason.REQUESTED))
                .expectException(refused("NOT_CLOSABLE"));
    }

    @Test
    void an_order_that_has_not_all_left_cannot_be_closed() {
        order.given(placed(), confirmed(), mugsLeft())
                .when(new CloseOrder(ORDER, ClosingReason.ALL_LOST))
                .expectNoEvents()
                .expectException(refused("NOT_CLOSABLE"));
    }

    @Test
    void closing_again_changes_nothing() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft(), delivered(), closed())
                .when(new CloseOrder(ORDER, ClosingReason.RETURN_WINDOW_OVER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    static OrderClosed closed() {
        return new OrderClosed(ORDER, ClosingReason.REQUESTED);
    }

    static RefusedBecause refused(String reason) {
        return RefusedBecause.of(reason);
    }
}
