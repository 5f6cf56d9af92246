package io.waybill.command.order;

import static io.waybill.command.order.OrderStories.ORDER;
import static io.waybill.command.order.OrderStories.confirmed;
import static io.waybill.command.order.OrderStories.delivered;
import static io.waybill.command.order.OrderStories.mugsLeft;
import static io.waybill.command.order.OrderStories.placed;
import static io.waybill.command.order.OrderStories.placedByGuest;
import static io.waybill.command.order.OrderStories.teasLeft;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.ErasePersonalData;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.contract.order.OrderRejected;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ErasePersonalDataTest {
    private static final ErasePersonalData ERASE = new ErasePersonalData(ORDER, "asked by letter");
    private static final OrderPersonalDataErased ERASED = new OrderPersonalDataErased(ORDER, "asked by letter");
    private static final OrderClosed CLOSED = new OrderClosed(ORDER, ClosingReason.REQUESTED);

    private final AggregateTestFixture<Order> order = OrderStories.fixture();

    @Test
    void a_guest_is_forgotten_once_nothing_will_be_sent_any_more() {
        erased(placedByGuest(), new OrderRejected(ORDER, List.of()));
        erased(placedByGuest(), confirmed(), new OrderCancelled(ORDER, null));
        erased(placedByGuest(), confirmed(), mugsLeft(), teasLeft(), delivered());
        erased(placedByGuest(), confirmed(), mugsLeft(), teasLeft(), delivered(), CLOSED);
    }

    @Test
    void an_address_stays_while_it_may_be_needed() {
        refused("ADDRESS_NEEDED", placedByGuest());
        refused("ADDRESS_NEEDED", placedByGuest(), confirmed());
        refused("ADDRESS_NEEDED", placedByGuest(), confirmed(), mugsLeft());
        refused("ADDRESS_NEEDED", placedByGuest(), confirmed(), mugsLeft(), teasLeft());
    }

    @Test
    void the_order_of_a_customer_is_forgotten_with_the_customer_only() {
        refused("NOT_A_GUEST", placed(), new OrderCancelled(ORDER, null));
    }

    @Test
    void forgetting_again_changes_nothing() {
        order.given(placedByGuest(), new OrderCancelled(ORDER, null), ERASED)
                .when(new ErasePersonalData(ORDER, "again"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_forgotten_order_goes_on_otherwise() {
        order.given(placedByGuest(), confirmed(), mugsLeft(), teasLeft(), delivered(), ERASED)
                .when(new CloseOrder(ORDER, ClosingReason.REQUESTED))
                .expectEvents(CLOSED);
    }

    private void erased(OrderEvent... history) {
        order.given((Object[]) history).when(ERASE).expectEvents(ERASED);
    }

    private void refused(String reason, OrderEvent... history) {
        order.given((Object[]) history).when(ERASE).expectNoEvents().expectException(RefusedBecause.of(reason));
    }
}
