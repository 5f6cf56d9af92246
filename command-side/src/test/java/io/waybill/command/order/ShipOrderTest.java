package io.waybill.command.order;

import static io.waybill.command.order.OrderStories.FIRST;
import static io.waybill.command.order.OrderStories.MUG;
import static io.waybill.command.order.OrderStories.MUGS;
import static io.waybill.command.order.OrderStories.MUGS_VALUE;
import static io.waybill.command.order.OrderStories.ORDER;
import static io.waybill.command.order.OrderStories.SECOND;
import static io.waybill.command.order.OrderStories.TEA;
import static io.waybill.command.order.OrderStories.TEAS;
import static io.waybill.command.order.OrderStories.TEAS_VALUE;
import static io.waybill.command.order.OrderStories.confirmed;
import static io.waybill.command.order.OrderStories.delivered;
import static io.waybill.command.order.OrderStories.moved;
import static io.waybill.command.order.OrderStories.mugsLeft;
import static io.waybill.command.order.OrderStories.placed;
import static io.waybill.command.order.OrderStories.shipment;
import static io.waybill.command.order.OrderStories.teasLeft;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.RecordDelivery;
import io.waybill.contract.order.RecordShipment;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ShipOrderTest {
    private final AggregateTestFixture<Order> order = OrderStories.fixture();

    @Test
    void the_first_of_two_shipments_leaves_the_order_partially_shipped() {
        order.given(placed(), confirmed()).when(ship(FIRST, MUGS)).expectEvents(mugsLeft());
    }

    @Test
    void the_last_shipment_ships_the_order() {
        order.given(placed(), confirmed(), mugsLeft()).when(ship(SECOND, TEAS)).expectEvents(teasLeft());
    }

    @Test
    void one_group_may_leave_in_several_shipments() {
        ShipmentItem one = new ShipmentItem(2, TEA, 1);
        order.given(placed(), confirmed(), mugsLeft())
                .when(ship(SECOND, List.of(one)))
                .expectEvents(new OrderPartiallyShipped(ORDER, SECOND, List.of(one), TEAS_VALUE));
        order.given(
                        placed(),
                        confirmed(),
                        mugsLeft(),
                        new OrderPartiallyShipped(ORDER, SECOND, List.of(one), TEAS_VALUE))
                .when(ship(shipment(3), List.of(one)))
                .expectEvents(new OrderShipped(ORDER, shipment(3), List.of(one), TEAS_VALUE));
    }

    @Test
    void the_same_shipment_leaves_once() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft(), delivered())
                .when(ship(FIRST, MUGS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_order_that_is_not_confirmed_cannot_leave() {
        order.given(placed()).when(ship(FIRST, MUGS)).expectException(RefusedBecause.of("NOT_SHIPPABLE"));
    }

    @Test
    void a_cancelled_order_cannot_leave() {
        order.given(placed(), confirmed(), new OrderCancelled(ORDER, null))
                .when(ship(FIRST, MUGS))
                .expectNoEvents()
                .expectException(RefusedBecause.of("NOT_SHIPPABLE"));
    }

    @Test
    void what_was_packed_before_an_amendment_cannot_leave() {
        order.given(placed(), confirmed(), moved(1))
                .when(ship(FIRST, MUGS))
                .expectNoEvents()
                .expectException(RefusedBecause.of("STALE_SHIPMENT"));
    }

    @Test
    void an_amended_order_leaves_when_it_is_confirmed_as_it_is_now() {
        RecordShipment packedAnew = new RecordShipment(ORDER, FIRST, 1, MUGS, MUGS_VALUE);
        order.given(placed(), confirmed(), moved(1))
                .when(packedAnew)
                .expectException(RefusedBecause.of("NOT_SHIPPABLE"));
        order.given(placed(), confirmed(), moved(1), confirmed())
                .when(packedAnew)
                .expectEvents(mugsLeft());
    }

    @Test
    void no_more_can_leave_than_was_ordered() {
        List.of(
                        List.of(new ShipmentItem(1, MUG, 5)),
                        List.of(new ShipmentItem(1, MUG, 3), new ShipmentItem(1, MUG, 3)),
                        List.of(new ShipmentItem(3, MUG, 1)),
                        List.of(new ShipmentItem(1, TEA, 1)),
                        List.of(new ShipmentItem(1, MUG, 0)),
                        List.<ShipmentItem>of())
                .forEach(items -> order.given(placed(), confirmed())
                        .when(ship(FIRST, items))
                        .expectNoEvents()
                        .expectException(RefusedBecause.of("MORE_THAN_ORDERED")));
        order.given(placed(), confirmed(), mugsLeft())
                .when(ship(SECOND, MUGS))
                .expectException(RefusedBecause.of("MORE_THAN_ORDERED"));
    }

    @Test
    void an_order_that_all_arrived_is_delivered() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft())
                .when(new RecordDelivery(ORDER, List.of()))
                .expectEvents(delivered());
    }

    @Test
    void an_order_is_delivered_without_what_was_lost() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft())
                .when(new RecordDelivery(ORDER, List.of(SECOND)))
                .expectEvents(delivered(SECOND));
    }

    @Test
    void delivering_again_changes_nothing() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft(), delivered())
                .when(new RecordDelivery(ORDER, List.of()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        order.given(placed(), confirmed(), mugsLeft(), teasLeft(), delivered(), OrderTest.closed())
                .when(new RecordDelivery(ORDER, List.of()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_order_of_which_a_part_is_still_to_leave_is_not_delivered() {
        order.given(placed(), confirmed(), mugsLeft())
                .when(new RecordDelivery(ORDER, List.of()))
                .expectNoEvents()
                .expectException(RefusedBecause.of("NOT_DELIVERABLE"));
    }

    @Test
    void a_shipment_that_never_left_cannot_be_lost() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft())
                .when(new RecordDelivery(ORDER, List.of(shipment(3))))
                .expectException(RefusedBecause.of("UNKNOWN_SHIPMENT"));
    }

    @Test
    void an_order_of_which_everything_was_lost_is_not_delivered() {
        order.given(placed(), confirmed(), mugsLeft(), teasLeft())
                .when(new RecordDelivery(ORDER, List.of(FIRST, SECOND)))
                .expectException(RefusedBecause.of("NOTHING_DELIVERED"));
    }

    private static RecordShipment ship(ShipmentId shipment, List<ShipmentItem> items) {
        return new RecordShipment(ORDER, shipment, 0, items, shipment.equals(FIRST) ? MUGS_VALUE : TEAS_VALUE);
    }
}
