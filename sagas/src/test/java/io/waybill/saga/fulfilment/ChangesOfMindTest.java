package io.waybill.saga.fulfilment;

import static io.waybill.saga.fulfilment.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.AmendOrder;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.contract.shipment.PrepareShipment;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import io.waybill.contract.shipment.WithdrawShipment;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Cancelled and amended, at each stage at which an order can be. */
class ChangesOfMindTest {
    static final OrderCancelled CANCELLED = new OrderCancelled(ORDER, "changed my mind");
    static final StockKey MORE_TEA = StockKey.of("TEA@SPARE");
    static final ReservationId MORE_TEA_HELD = new ReservationId(ORDER, 3);
    private static final OrderLine EIGHT_TEAS = new OrderLine(2, TEA_SKU, "Tea", 8, BigMoney.parse("GBP 1.00"));
    private static final LineGroup THREE_MORE = new LineGroup(3, TEA_SKU, 3, List.of(MORE_TEA.warehouse()));
    static final PaymentPart MORE = new PaymentPart(SUPPLEMENT, BY_CARD, Money.parse("GBP 3.00"));
    static final List<ShipmentItem> ALL = List.of(new ShipmentItem(1, MUG, 2), new ShipmentItem(2, TEA_SKU, 5));

    private final Performance saga = new Performance();

    @Test
    void cancelled_while_warehouses_are_asked_it_waits_for_their_answers() {
        saga.after(placed(), mugsHeld())
                .whenPublishingA(CANCELLED)
                .expectActiveSagas(1)
                .expectDispatchedCommands(new ReleaseReservation(MUGS, MUG_HELD, 0));
    }

    @Test
    void and_releases_what_they_hold_nonetheless() {
        saga.after(placed(), CANCELLED, noMugs(0))
                .whenPublishingA(teaHeld())
                .expectDispatchedCommands(new ReleaseReservation(TEA, TEA_HELD, 0));
    }

    @Test
    void cancelled_while_it_is_paid_it_is_voided_only_when_the_payment_is_there() {
        saga.after(placed(), mugsHeld(), teaHeld(), CANCELLED)
                .whenPublishingA(requested())
                .expectDispatchedCommands(new VoidPayment(CARD));
    }

    @Test
    void cancelled_when_it_was_packed_everything_is_undone() {
        saga.after(placed(), packed())
                .whenPublishingA(CANCELLED)
                .expectDispatchedCommands(
                        new WithdrawShipment(FROM_MAIN),
                        new ReleaseReservation(MUGS, MUG_HELD, 0),
                        new ReleaseReservation(TEA, TEA_HELD, 0),
                        new VoidPayment(CARD));
    }

    @Test
    void it_ends_when_all_is_undone() {
        saga.after(
                        placed(),
                        packed(),
                        CANCELLED,
                        new ShipmentWithdrawn(FROM_MAIN, ORDER),
                        released(MUGS, MUG_HELD, 2),
                        new PaymentVoided(CARD, ORDER))
                .whenPublishingA(released(TEA, TEA_HELD, 5))
                .expectActiveSagas(0);
        assertThat(saga.lastReport().undone())
                .containsExactly(
                        "shipment " + FROM_MAIN, "held 2 of MUG@MAIN", "payment " + CARD, "held 5 of TEA@MAIN");
    }

    @Test
    void an_amended_order_reserves_the_difference_and_withdraws_what_was_packed() {
        saga.after(placed(), packed())
                .whenPublishingA(dearer())
                .expectDispatchedCommands(
                        new WithdrawShipment(FROM_MAIN), new ReserveStock(MORE_TEA, MORE_TEA_HELD, 3));
    }

    @Test
    void then_it_pays_the_supplement() {
        saga.after(placed(), packed(), dearer())
                .whenPublishingA(new StockReserved(MORE_TEA, MORE_TEA_HELD, 3))
                .expectDispatchedCommands(new RequestPayment(SUPPLEMENT, ORDER, MORE.amount(), BY_CARD));
    }

    @Test
    void then_it_is_confirmed_anew() {
        saga.after(placed(), packed(), dearer(), new StockReserved(MORE_TEA, MORE_TEA_HELD, 3))
                .whenPublishingA(new PaymentAuthorized(SUPPLEMENT, ORDER, MORE.amount(), "auth_2"))
                .expectDispatchedCommands(new ConfirmOrder(ORDER, 1));
    }

    @Test
    void and_packed_anew() {
        saga.after(
                        placed(),
                        packed(),
                        dearer(),
                        new ShipmentWithdrawn(FROM_MAIN, ORDER),
                        new StockReserved(MORE_TEA, MORE_TEA_HELD, 3),
                        new PaymentAuthorized(SUPPLEMENT, ORDER, MORE.amount(), "auth_2"))
                .whenPublishingA(new OrderConfirmed(ORDER))
                .expectDispatchedCommands(
                        prepare(1, "MAIN", ALL, "GBP 14.00"),
                        prepare(1, "SPARE", List.of(new ShipmentItem(3, TEA_SKU, 3)), "GBP 3.00"));
    }

    @Test
    void an_amendment_that_cannot_be_filled_is_undone() {
        saga.after(placed(), packed(), dearer())
                .whenPublishingA(new StockReservationRejected(MORE_TEA, MORE_TEA_HELD, 3, 0))
                .expectActiveSagas(1);
        assertThat((AmendOrder) saga.commands.getLast())
                .returns(AmendmentCause.UNDONE, AmendOrder::cause)
                .returns(1, AmendOrder::basis)
                .returns(List.of(MUG_LINE, TEA_LINE), AmendOrder::lines)
                .returns(List.of(SUPPLEMENT), AmendOrder::dropped);
    }

    @Test
    void an_amendment_whose_supplement_is_declined_is_undone_too() {
        saga.after(placed(), packed(), dearer(), new StockReserved(MORE_TEA, MORE_TEA_HELD, 3))
                .whenPublishingA(new PaymentDeclined(SUPPLEMENT, ORDER, DeclineReason.DECLINED, "no funds"))
                .expectActiveSagas(1);
        assertThat(((AmendOrder) saga.commands.getLast()).cause()).isEqualTo(AmendmentCause.UNDONE);
    }

    @Test
    void after_that_the_order_is_as_it_was_and_the_difference_is_given_back() {
        saga.after(
                        placed(),
                        packed(),
                        dearer(),
                        new StockReserved(MORE_TEA, MORE_TEA_HELD, 3),
                        new PaymentDeclined(SUPPLEMENT, ORDER, DeclineReason.DECLINED, "no funds"))
                .whenPublishingA(amended(
                        2,
                        AmendmentCause.UNDONE,
                        List.of(MUG_LINE, TEA_LINE),
                        List.of(MUG_GROUP, TEA_GROUP),
                        List.of(WHOLE)))
                .expectDispatchedCommands(
                        new ReleaseReservation(MORE_TEA, MORE_TEA_HELD, 0), new ConfirmOrder(ORDER, 2));
        assertThat(saga.lastReport().undone()).contains("amendment 1");
    }

    @Test
    void what_an_amendment_no_longer_wants_is_released_when_the_rest_is_sure() {
        saga.after(placed(), mugsHeld(), teaHeld(), requested(), authorized())
                .whenPublishingA(
                        amended(1, AmendmentCause.CUSTOMER, List.of(MUG_LINE), List.of(MUG_GROUP), List.of(WHOLE)))
                .expectDispatchedCommands(new ReleaseReservation(TEA, TEA_HELD, 0), new ConfirmOrder(ORDER, 1));
    }

    @Test
    void pieces_held_under_a_group_that_has_shrunk_are_packed_under_the_orders_new_one() {
        LineGroup three = new LineGroup(2, TEA_SKU, 3, TEA_GROUP.sources());
        LineGroup two = new LineGroup(3, TEA_SKU, 2, TEA_GROUP.sources());
        OrderAmended again = amended(
                2, AmendmentCause.UNDONE, List.of(MUG_LINE, TEA_LINE), List.of(MUG_GROUP, three, two), List.of(WHOLE));
        saga.after(placed(), mugsHeld(), teaHeld(), requested(), authorized(), again)
                .whenPublishingA(new OrderConfirmed(ORDER))
                .expectDispatchedCommands(prepare(
                        2,
                        "MAIN",
                        List.of(
                                new ShipmentItem(1, MUG, 2),
                                new ShipmentItem(2, TEA_SKU, 3),
                                new ShipmentItem(3, TEA_SKU, 2)),
                        "GBP 14.00"));
    }

    static OrderAmended dearer() {
        return amended(
                1,
                AmendmentCause.CUSTOMER,
                List.of(MUG_LINE, EIGHT_TEAS),
                List.of(MUG_GROUP, TEA_GROUP, THREE_MORE),
                List.of(WHOLE, MORE));
    }

    static Object[] packed() {
        return new Object[] {
            mugsHeld(),
            teaHeld(),
            requested(),
            authorized(),
            new OrderConfirmed(ORDER),
            prepared(FROM_MAIN, MUGS.warehouse(), ALL, "GBP 14.00")
        };
    }

    private static PrepareShipment prepare(int amendment, String warehouse, List<ShipmentItem> items, String value) {
        return new PrepareShipment(
                shipment(amendment, warehouse, 0),
                ORDER,
                amendment,
                io.waybill.contract.inventory.WarehouseId.of(warehouse),
                items,
                Money.parse(value),
                NORWAY,
                null);
    }
}
