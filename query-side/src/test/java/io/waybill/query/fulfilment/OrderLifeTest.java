package io.waybill.query.fulfilment;

import static io.waybill.projection.WholeLife.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.Rejection.Reason;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order as it is shown, at every step of its life; every row of the table at {@link Progress} has a test. */
@RealServers(Server.POSTGRES)
class OrderLifeTest {
    private static RunningQuerySide service;
    private WholeLife life;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables("ordersummary", "fulfilment");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void placed() {
        life = new WholeLife(service.story(), Orders.hearts()).placed();
    }

    @Test
    void a_placed_order_waits_for_the_first_warehouse_of_each_sku() {
        Answer order = order();

        assertStep(order, "RESERVING", "stock of 85123A in MAIN", "stock of 71053 in MAIN");
        assertThat(order.read("$.fulfilment.since")).isEqualTo(order.read("$.placedAt"));
        assertThat(order.list("$.fulfilment.undone")).isEmpty();
    }

    @Test
    void a_warehouse_that_said_no_is_not_waited_for_but_the_next_one() {
        story().reserved("85123A@MAIN", life.id, 1, 6).shortOf("71053@MAIN", life.id, 2, 8, 3);

        assertStep(order(), "RESERVING", "stock of 71053 in NORTH");
    }

    @Test
    void when_all_said_no_and_have_enough_together_it_is_put_together() {
        story().reserved("85123A@MAIN", life.id, 1, 6)
                .shortOf("71053@MAIN", life.id, 2, 8, 3)
                .shortOf("71053@NORTH", life.id, 2, 8, 5);

        assertStep(order(), "RESERVING", "stock of 71053 in several warehouses");
    }

    @Test
    void a_group_of_several_warehouses_is_held_when_they_hold_it_together() {
        story().reserved("85123A@MAIN", life.id, 1, 6)
                .shortOf("71053@MAIN", life.id, 2, 8, 3)
                .shortOf("71053@NORTH", life.id, 2, 8, 5)
                .reserved("71053@MAIN", life.id, 2, 3)
                .reserved("71053@NORTH", life.id, 2, 5);

        assertThat(order().read("$.fulfilment.step")).isEqualTo("PAYING");
    }

    @Test
    void what_cannot_be_had_is_undone() {
        story().reserved("85123A@MAIN", life.id, 1, 6)
                .shortOf("71053@MAIN", life.id, 2, 8, 3)
                .shortOf("71053@NORTH", life.id, 2, 8, 4);
        assertStep(order(), "UNDOING", "release of 85123A in MAIN");

        story().released("85123A@MAIN", life.id, 1, 6);
        Answer undone = order();
        assertStep(undone, "UNDOING", "the order's rejection");
        assertThat(undone.list("$.fulfilment.undone[*].what")).containsExactly("6 of 85123A in MAIN released");
        assertThat(undone.list("$.fulfilment.undone[*].why")).containsExactly("short of 71053");

        story().rejected(life.id, new Rejection(Reason.SHORT_STOCK, Sku.of("71053"), "7 of 8 are there"));
        Answer rejected = order();
        assertStep(rejected, "ENDED");
        assertThat(rejected.list("$.fulfilment.undone[*].why"))
                .containsExactly("the order was rejected: 7 of 8 are there");
    }

    @Test
    void what_was_given_back_although_it_is_needed_is_being_undone() {
        story().reserved("85123A@MAIN", life.id, 1, 6).released("85123A@MAIN", life.id, 1, 6);

        Answer order = order();

        assertStep(order, "UNDOING", "the order's rejection");
        assertThat(order.list("$.fulfilment.undone[*].why")).containsExactly("85123A was given back");
    }

    @Test
    void an_order_that_may_go_without_waits_for_its_amendment() {
        OrderPlaced patient = patient();
        story().order(patient)
                .reserved("85123A@MAIN", patient.orderId(), 1, 6)
                .shortOf("71053@MAIN", patient.orderId(), 2, 8, 0)
                .shortOf("71053@NORTH", patient.orderId(), 2, 8, 0);
        service.tell();

        assertStep(order(patient), "RESERVING", "an amendment without 71053");
    }

    @Test
    void what_is_held_waits_for_its_payment() {
        life.reserved();
        assertStep(order(), "PAYING", "payment " + life.payment.paymentId());

        story().payment(requested());

        Answer order = order();
        assertStep(order, "PAYING", "payment " + life.payment.paymentId() + " by card");
        assertThat(order.list("$.payments[*].status")).containsExactly("REQUESTED");
    }

    @Test
    void a_declined_payment_undoes_what_was_held() {
        life.reserved();
        story().payment(requested())
                .payment(new PaymentDeclined(
                        life.payment.paymentId(), life.id, DeclineReason.NOT_ANSWERED, "no answer in 30 s"))
                .payment(new VoidRequested(life.payment.paymentId(), life.id, null))
                .released("85123A@MAIN", life.id, 1, 6);

        assertStep(
                order(),
                "UNDOING",
                "release of 71053 in NORTH",
                "void of payment " + life.payment.paymentId() + " by card");

        story().payment(new PaymentVoided(life.payment.paymentId(), life.id)).released("71053@NORTH", life.id, 2, 8);

        Answer order = order();
        assertStep(order, "UNDOING", "the order's rejection");
        assertThat(order.list("$.fulfilment.undone[*].what"))
                .containsExactly(
                        "6 of 85123A in MAIN released",
                        "payment " + life.payment.paymentId() + " by card voided",
                        "8 of 71053 in NORTH released");
        assertThat(order.read("$.payments[0].declined.detail")).isEqualTo("no answer in 30 s");
    }

    @Test
    void what_is_held_and_paid_waits_for_its_confirmation_and_then_for_its_shipments() {
        life.reserved();
        story().payment(requested())
                .payment(new PaymentAuthorized(life.payment.paymentId(), life.id, life.payment.amount(), "auth-1"));
        assertStep(order(), "CONFIRMING", "the order's confirmation");

        story().confirmed(life.id);
        assertStep(order(), "PREPARING", "a shipment from NORTH", "a shipment from MAIN");

        story().shipment(life.hearts);
        assertStep(order(), "PREPARING", "a shipment from NORTH");
    }

    @Test
    void a_confirmed_order_that_is_amended_reserves_again() {
        life.reserved().paid();
        story().order(Orders.amended(life.order, 1));

        Answer order = order();
        assertThat(order.read("$.status")).isEqualTo("CONFIRMED");
        assertStep(order, "RESERVING", "stock of 71053 in MAIN");
        assertThat(order.read("$.total.amount")).isEqualTo("38.17");
        assertThat(order.read("$.shipTo.city")).isEqualTo("Paris");
        assertThat(order.list("$.amendments[*].cause")).containsExactly("CUSTOMER");
        assertThat(order.read("$.fulfilment.since")).isEqualTo(order.read("$.amendments[0].at"));

        story().released("85123A@MAIN", life.id, 1, 3).reserved("71053@MAIN", life.id, 3, 1);
        Answer held = order();
        assertThat(held.read("$.fulfilment.step")).isEqualTo("PREPARING");
        assertThat(held.list("$.fulfilment.undone[*].why")).containsExactly("amendment 1 (CUSTOMER)");
    }

    @Test
    void an_amendment_that_cannot_be_had_waits_for_the_order_as_it_was() {
        life.reserved().paid();
        story().order(Orders.amended(life.order, 1))
                .shortOf("71053@MAIN", life.id, 3, 1, 0)
                .shortOf("71053@NORTH", life.id, 3, 1, 0);

        assertStep(order(), "UNDOING", "the order as it was before amendment 1");
    }

    @Test
    void what_is_packed_waits_for_its_dispatch() {
        life.reserved().paid().prepared();

        Answer order = order();

        assertStep(
                order,
                "SHIPPING",
                "dispatch of shipment " + life.hearts.shipmentId() + " from MAIN",
                "dispatch of shipment " + life.lanterns.shipmentId() + " from NORTH");
        assertThat(order.list("$.shipments[*].warehouse")).containsExactly("MAIN", "NORTH");
        assertThat(order.list("$.shipments[*].items[*].sku")).containsExactly("85123A", "71053");
    }

    @Test
    void a_capture_without_an_answer_is_waited_for() {
        life.reserved().paid().prepared();
        life.dispatched(life.hearts);
        story().payment(new CaptureRequested(
                life.payment.paymentId(),
                life.id,
                new CaptureId(life.hearts.shipmentId().value()),
                pounds("15.30"),
                life.payment.means()));

        assertStep(
                order(),
                "SHIPPING",
                "dispatch of shipment " + life.lanterns.shipmentId() + " from NORTH",
                "capture of GBP 15.30 of payment " + life.payment.paymentId() + " by card");
    }

    @Test
    void what_left_waits_for_its_delivery() {
        life.reserved().paid().prepared().shipped();

        Answer order = order();

        assertThat(order.read("$.status")).isEqualTo("SHIPPED");
        assertStep(
                order,
                "DELIVERING",
                "delivery of shipment " + life.hearts.shipmentId() + " from MAIN",
                "delivery of shipment " + life.lanterns.shipmentId() + " from NORTH");
        assertThat(order.list("$.shipments[*].trackingNumber")).containsExactly("JD014600003", "JD014600003");
        assertThat(order.list("$.payments[*].captured.amount")).containsExactly("42.43");
        assertThat(order.list("$.payments[*].status")).containsExactly("CAPTURED");
    }

    @Test
    void a_lost_shipment_waits_for_its_refund() {
        life.reserved().paid().prepared().shipped();
        story().shipment(new ShipmentDelivered(life.hearts.shipmentId(), life.id))
                .shipment(new ShipmentLost(life.lanterns.shipmentId(), life.id, "at sea"));
        assertStep(order(), "DELIVERING", "the refund of shipment " + life.lanterns.shipmentId() + " from NORTH");

        story().order(new OrderRefundRequested(
                        life.id, new RefundId(life.lanterns.shipmentId().value()), List.of(), pounds("27.13")))
                .order(new OrderDelivered(life.id, List.of(life.lanterns.shipmentId())));
        Answer order = order();
        assertThat(order.read("$.fulfilment.step")).isEqualTo("RETURN_WINDOW");
        assertThat(order.list("$.fulfilment.undone[*].what")).containsExactly("GBP 27.13 to be refunded");
        assertThat(order.list("$.fulfilment.undone[*].why"))
                .containsExactly("shipment " + life.lanterns.shipmentId() + " was lost");
    }

    @Test
    void what_arrived_may_come_back_and_then_nothing_more_happens() {
        life.reserved().paid().prepared().shipped().delivered();
        assertStep(order(), "RETURN_WINDOW", "the end of the return window");

        life.requestedBack();
        Answer requested = order();
        assertStep(requested, "RETURN_WINDOW", "a decision on return " + life.back);
        assertThat(requested.list("$.returns[*].status")).containsExactly("REQUESTED");
        assertThat(requested.list("$.returns[*].items[*].value.amount")).containsExactly("5.10");
    }

    @Test
    void a_whole_life_ends_with_everything_in_it() {
        WholeLife whole = WholeLife.told(story());
        service.tell();

        Answer order = service.get("/api/v1/orders/" + whole.id);

        assertThat(order.read("$.status")).isEqualTo("CLOSED");
        assertStep(order, "ENDED");
        assertThat(order.header("ETag")).startsWith("\"8-");
        assertThat(order.list("$.payments[*].refunded.amount")).containsExactly("5.10");
        assertThat(order.list("$.shipments[*].status")).containsExactly("DELIVERED", "DELIVERED");
        assertThat(order.list("$.returns[*].outcome")).containsExactly("REFUNDED");
        assertThat(order.list("$.returns[*].received[*].condition")).containsExactly("SELLABLE");
        assertThat(order.list("$.fulfilment.undone[*].why")).containsExactly("return " + whole.back + " was received");
    }

    @Test
    void a_cancelled_order_gives_back_all_it_has_and_then_ends() {
        life.reserved().paid().prepared();
        story().order(new OrderCancelled(life.id, "changed my mind"));
        assertStep(
                order(),
                "UNDOING",
                "release of 71053 in NORTH",
                "release of 85123A in MAIN",
                "void of payment " + life.payment.paymentId() + " by card",
                "withdrawal of shipment " + life.hearts.shipmentId() + " from MAIN",
                "withdrawal of shipment " + life.lanterns.shipmentId() + " from NORTH");

        story().shipment(new ShipmentWithdrawn(life.hearts.shipmentId(), life.id))
                .shipment(new ShipmentWithdrawn(life.lanterns.shipmentId(), life.id))
                .released("85123A@MAIN", life.id, 1, 6)
                .released("71053@NORTH", life.id, 2, 8)
                .payment(new VoidRequested(life.payment.paymentId(), life.id, null))
                .payment(new PaymentVoided(life.payment.paymentId(), life.id));

        Answer order = order();
        assertStep(order, "ENDED");
        assertThat(order.list("$.fulfilment.undone[*]")).hasSize(5);
        assertThat(order.list("$.fulfilment.undone[*].why")).containsOnly("the order was cancelled: changed my mind");
        assertThat(order.read("$.fulfilment.since")).isEqualTo(order.read("$.payments[0].times.voidedAt"));
    }

    @Test
    void no_answer_tells_a_card() {
        WholeLife.told(story());
        service.tell();

        assertThat(order().body()).doesNotContain("tok_ok");
    }

    private PaymentRequested requested() {
        return new PaymentRequested(life.payment.paymentId(), life.id, life.payment.amount(), life.payment.means());
    }

    private Answer order() {
        return order(life.order);
    }

    private Answer order(OrderPlaced order) {
        service.tell();
        return service.get("/api/v1/orders/" + order.orderId());
    }

    private static Story story() {
        return service.story();
    }

    private static void assertStep(Answer order, String step, String... waitsFor) {
        assertThat(order.read("$.fulfilment.step")).isEqualTo(step);
        assertThat(order.list("$.fulfilment.waitsFor")).isEqualTo(List.of(waitsFor));
    }

    private static OrderPlaced patient() {
        OrderPlaced order = Orders.hearts();
        return new OrderPlaced(
                order.orderId(),
                order.customerId(),
                order.reference(),
                order.shipTo(),
                order.lines(),
                order.groups(),
                order.total(),
                order.payments(),
                ShortStock.SHIP_AVAILABLE,
                LostShipment.RESHIP,
                order.orderedAt());
    }
}
