package io.waybill.command.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.Refused;
import io.waybill.command.RefusedBecause;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.RecordShipment;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.shipment.DeliverShipment;
import io.waybill.contract.shipment.DispatchShipment;
import io.waybill.contract.shipment.PrepareShipment;
import io.waybill.contract.shipment.RecordBooking;
import io.waybill.contract.shipment.ReportShipmentLost;
import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import io.waybill.contract.shipment.WithdrawShipment;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShipmentTest {
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final ShipmentId SHIPMENT = ShipmentId.of("00000000-0000-0000-0000-000000000001");
    private static final ShipmentId LOST = ShipmentId.of("00000000-0000-0000-0000-000000000009");
    private static final WarehouseId MAIN = WarehouseId.of("MAIN");
    private static final ShippingAddress HOME = new ShippingAddress("Ada", null, null, null, "Norway");
    private static final List<ShipmentItem> ITEMS = List.of(new ShipmentItem(1, Sku.of("MUG"), 4));
    private static final Money VALUE = Money.parse("GBP 3.00");

    private final AggregateTestFixture<Shipment> shipment = new AggregateTestFixture<>(Shipment.class);
    private final List<RecordShipment> askedFor = new ArrayList<>();
    private boolean lets = true;

    @BeforeEach
    void order() {
        shipment.registerAnnotatedCommandHandler(new Dispatches(shipment.getRepository(), asked -> {
            if (!lets) {
                throw new OrderSaysNo();
            }
            askedFor.add(asked);
        }));
    }

    private static final class OrderSaysNo extends Refused {
        private static final long serialVersionUID = 1L;

        private OrderSaysNo() {
            super("no");
        }

        @Override
        public String reason() {
            return "NOT_SHIPPABLE";
        }
    }

    @Test
    void a_shipment_is_prepared() {
        shipment.givenNoPriorActivity()
                .when(new PrepareShipment(SHIPMENT, ORDER, 2, MAIN, ITEMS, VALUE, HOME, null))
                .expectEvents(prepared(null));
    }

    @Test
    void a_carrier_is_booked_and_another_one_instead() {
        shipment.given(prepared(null)).when(book("SNAIL", "1")).expectEvents(booked("SNAIL", "1"));
        shipment.given(prepared(null), booked("SNAIL", "1"))
                .when(book("HARE", "2"))
                .expectEvents(booked("HARE", "2"));
    }

    @Test
    void booking_again_changes_nothing_also_when_it_has_left() {
        shipment.given(prepared(null), booked("SNAIL", "1"), left("SNAIL", "1"))
                .when(book("SNAIL", "1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_has_left_or_was_withdrawn_cannot_be_booked() {
        shipment.given(prepared(null), left("HARE", "2"))
                .when(book("SNAIL", "1"))
                .expectException(RefusedBecause.of("NOT_BOOKABLE"));
        shipment.given(prepared(null), withdrawn())
                .when(book("SNAIL", "1"))
                .expectException(RefusedBecause.of("NOT_BOOKABLE"))
                .expectExceptionMessage("shipment " + SHIPMENT + " is WITHDRAWN");
    }

    @Test
    void it_leaves_with_the_booked_carrier_and_its_order_is_asked() {
        shipment.given(prepared(null), booked("SNAIL", "1"))
                .when(new DispatchShipment(SHIPMENT, null, null))
                .expectEvents(left("SNAIL", "1"));
        assertThat(askedFor).containsExactly(new RecordShipment(ORDER, SHIPMENT, 2, ITEMS, VALUE));
    }

    @Test
    void it_leaves_with_the_carrier_that_is_named() {
        shipment.given(prepared(null), booked("SNAIL", "1"))
                .when(new DispatchShipment(SHIPMENT, "HARE", "2"))
                .expectEvents(left("HARE", "2"));
    }

    @Test
    void one_that_replaces_a_lost_one_needs_no_leave_of_its_order() {
        lets = false;
        shipment.given(prepared(LOST), booked("SNAIL", "1"))
                .when(new DispatchShipment(SHIPMENT, null, null))
                .expectEvents(left("SNAIL", "1"));
    }

    @Test
    void it_does_not_leave_when_its_order_does_not_let_it() {
        lets = false;
        shipment.given(prepared(null), booked("SNAIL", "1"))
                .when(new DispatchShipment(SHIPMENT, null, null))
                .expectException(RefusedBecause.of("NOT_SHIPPABLE"));
    }

    @Test
    void dispatching_again_changes_nothing() {
        shipment.given(prepared(null), left("SNAIL", "1"), new ShipmentDelivered(SHIPMENT, ORDER))
                .when(new DispatchShipment(SHIPMENT, "HARE", "2"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertThat(askedFor).isEmpty();
    }

    @Test
    void a_withdrawn_one_does_not_leave() {
        shipment.given(prepared(null), withdrawn())
                .when(new DispatchShipment(SHIPMENT, "HARE", "2"))
                .expectNoEvents()
                .expectException(RefusedBecause.of("NOT_DISPATCHABLE"));
    }

    @Test
    void nothing_leaves_without_a_carrier() {
        shipment.given(prepared(null))
                .when(new DispatchShipment(SHIPMENT, null, null))
                .expectNoEvents()
                .expectException(RefusedBecause.of("NO_CARRIER"));
    }

    @Test
    void what_has_left_arrives_once() {
        shipment.given(prepared(null), left("SNAIL", "1"))
                .when(new DeliverShipment(SHIPMENT))
                .expectEvents(new ShipmentDelivered(SHIPMENT, ORDER));
        shipment.given(prepared(null), left("SNAIL", "1"), new ShipmentDelivered(SHIPMENT, ORDER))
                .when(new DeliverShipment(SHIPMENT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_has_left_is_lost_once() {
        shipment.given(prepared(null), left("SNAIL", "1"))
                .when(new ReportShipmentLost(SHIPMENT, "at sea"))
                .expectEvents(new ShipmentLost(SHIPMENT, ORDER, "at sea"));
        shipment.given(prepared(null), left("SNAIL", "1"), new ShipmentLost(SHIPMENT, ORDER, "at sea"))
                .when(new ReportShipmentLost(SHIPMENT, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void only_what_is_under_way_arrives_or_is_lost() {
        shipment.given(prepared(null))
                .when(new DeliverShipment(SHIPMENT))
                .expectException(RefusedBecause.of("NOT_UNDER_WAY"));
        shipment.given(prepared(null), left("SNAIL", "1"), new ShipmentLost(SHIPMENT, ORDER, null))
                .when(new DeliverShipment(SHIPMENT))
                .expectException(RefusedBecause.of("NOT_UNDER_WAY"));
        shipment.given(prepared(null), left("SNAIL", "1"), new ShipmentDelivered(SHIPMENT, ORDER))
                .when(new ReportShipmentLost(SHIPMENT, null))
                .expectException(RefusedBecause.of("NOT_UNDER_WAY"));
    }

    @Test
    void what_has_not_left_is_withdrawn_once() {
        shipment.given(prepared(null), booked("SNAIL", "1"))
                .when(new WithdrawShipment(SHIPMENT))
                .expectEvents(withdrawn());
        shipment.given(prepared(null), withdrawn())
                .when(new WithdrawShipment(SHIPMENT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_has_left_cannot_be_called_back_and_nothing_happens() {
        shipment.given(prepared(null), left("SNAIL", "1"))
                .when(new WithdrawShipment(SHIPMENT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static ShipmentPrepared prepared(ShipmentId replaces) {
        return new ShipmentPrepared(SHIPMENT, ORDER, 2, MAIN, ITEMS, VALUE, HOME, replaces);
    }

    private static RecordBooking book(String carrier, String number) {
        return new RecordBooking(SHIPMENT, carrier, number);
    }

    private static ShipmentBooked booked(String carrier, String number) {
        return new ShipmentBooked(SHIPMENT, ORDER, carrier, number);
    }

    private static ShipmentDispatched left(String carrier, String number) {
        return new ShipmentDispatched(SHIPMENT, ORDER, carrier, number);
    }

    private static ShipmentWithdrawn withdrawn() {
        return new ShipmentWithdrawn(SHIPMENT, ORDER);
    }
}
