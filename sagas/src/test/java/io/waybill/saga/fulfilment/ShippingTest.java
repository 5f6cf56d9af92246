package io.waybill.saga.fulfilment;

import static io.waybill.saga.fulfilment.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.ShipReservation;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.RecordDelivery;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CapturePayment;
import io.waybill.contract.payment.CaptureRefused;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.shipment.PrepareShipment;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentPrepared;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** From confirmed to closed: mugs leave from SPARE, teas from MAIN. */
class ShippingTest {
    static final Money MUGS_PRICE = Money.parse("GBP 9.00");
    static final Money TEA_PRICE = Money.parse("GBP 5.00");
    static final List<ShipmentItem> MUG_ITEMS = List.of(new ShipmentItem(1, MUG, 2));
    static final List<ShipmentItem> TEA_ITEMS = List.of(new ShipmentItem(2, TEA_SKU, 5));
    private static final ReturnId RETURN = new ReturnId(UUID.fromString("01900000-0000-7000-8000-00000000000a"));

    private final Performance saga = new Performance();

    @Test
    void a_confirmed_order_prepares_a_shipment_in_each_warehouse_and_their_values_are_its_total() {
        saga.after(placed(), paid())
                .whenPublishingA(new OrderConfirmed(ORDER))
                .expectDispatchedCommands(
                        prepare(FROM_MAIN, TEA.warehouse().value(), TEA_ITEMS, TEA_PRICE),
                        prepare(FROM_SPARE, "SPARE", MUG_ITEMS, MUGS_PRICE));
        assertThat(MUGS_PRICE.plus(TEA_PRICE)).isEqualTo(TOTAL);
    }

    @Test
    void a_shipment_that_leaves_ships_its_reservation_and_captures_its_share() {
        saga.after(placed(), packed())
                .whenPublishingA(dispatched(FROM_MAIN))
                .expectDispatchedCommands(
                        new ShipReservation(TEA, TEA_HELD, FROM_MAIN, 5), capture(FROM_MAIN, TEA_PRICE));
    }

    @Test
    void the_wallet_gives_first() {
        Money wallet = Money.parse("GBP 4.00");
        Money card = Money.parse("GBP 10.00");
        saga.after(
                        placed(
                                List.of(
                                        new PaymentPart(CARD, BY_CARD, card),
                                        new PaymentPart(WALLET, BY_WALLET, wallet)),
                                ShortStock.REJECT,
                                LostShipment.REFUND),
                        noMugs(0),
                        spareMugsHeld(),
                        teaHeld(),
                        new PaymentAuthorized(CARD, ORDER, card, "auth_1"),
                        new PaymentAuthorized(WALLET, ORDER, wallet, "held"),
                        new OrderConfirmed(ORDER),
                        preparedTea(),
                        preparedMugs())
                .whenPublishingA(dispatched(FROM_MAIN))
                .expectDispatchedCommands(
                        new ShipReservation(TEA, TEA_HELD, FROM_MAIN, 5),
                        new CapturePayment(WALLET, new CaptureId(FROM_MAIN.value()), wallet),
                        new CapturePayment(CARD, new CaptureId(FROM_MAIN.value()), Money.parse("GBP 1.00")));
    }

    @Test
    void after_the_last_dispatch_what_a_refused_capture_left_is_voided() {
        saga.after(
                        placed(),
                        packed(),
                        dispatched(FROM_MAIN),
                        new CaptureRefused(CARD, ORDER, new CaptureId(FROM_MAIN.value()), TEA_PRICE, "expired"),
                        dispatched(FROM_SPARE))
                .whenPublishingA(new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_SPARE.value()), MUGS_PRICE))
                .expectDispatchedCommands(new VoidPayment(CARD));
        assertThat(saga.lastReport().reasons()).containsExactly("GBP 5.00 could not be captured: expired");
    }

    @Test
    void when_all_has_arrived_the_order_is_delivered() {
        saga.after(placed(), packed(), left(), new ShipmentDelivered(FROM_MAIN, ORDER))
                .whenPublishingA(new ShipmentDelivered(FROM_SPARE, ORDER))
                .expectDispatchedCommands(new RecordDelivery(ORDER, List.of()));
    }

    @Test
    void the_order_is_closed_when_the_return_window_is_over() {
        saga.late(Duration.ofDays(30).plusSeconds(30), placed(), packed(), left(), delivered())
                .expectDispatchedCommands(new CloseOrder(ORDER, ClosingReason.RETURN_WINDOW_OVER));
    }

    @Test
    void an_open_return_keeps_it_from_being_closed() {
        saga.late(
                        Duration.ofDays(40),
                        placed(),
                        packed(),
                        left(),
                        delivered(),
                        new OrderReturnOpened(ORDER, RETURN, List.of()))
                .expectNoDispatchedCommands();
        assertThat(saga.lastReport().step()).isEqualTo("RETURNS");
    }

    @Test
    void it_is_closed_when_that_is_settled() throws Exception {
        saga.after(placed(), packed(), left(), delivered(), new OrderReturnOpened(ORDER, RETURN, List.of()))
                .andThenTimeElapses(Duration.ofDays(40))
                .whenPublishingA(new OrderReturnSettled(ORDER, RETURN, List.of()))
                .expectDispatchedCommands(new CloseOrder(ORDER, ClosingReason.RETURN_WINDOW_OVER));
    }

    @Test
    void a_closed_order_ends_it() {
        saga.after(placed(), packed(), left(), delivered())
                .whenPublishingA(new OrderClosed(ORDER, ClosingReason.REQUESTED))
                .expectActiveSagas(0);
    }

    @Test
    void a_lost_shipment_is_refunded_with_its_value() {
        saga.after(placed(), packed(), left(), new ShipmentDelivered(FROM_MAIN, ORDER))
                .whenPublishingA(new ShipmentLost(FROM_SPARE, ORDER, null))
                .expectDispatchedCommands(new RefundOrder(ORDER, refund(FROM_SPARE), MUGS_PRICE));
    }

    @Test
    void it_is_not_refunded_before_it_is_known_what_was_captured_for_it() {
        saga.after(placed(), packed(), dispatched(FROM_SPARE))
                .whenPublishingA(new ShipmentLost(FROM_SPARE, ORDER, null))
                .expectNoDispatchedCommands();
    }

    @Test
    void it_is_refunded_once_that_was_captured() {
        saga.after(placed(), packed(), dispatched(FROM_SPARE), new ShipmentLost(FROM_SPARE, ORDER, null))
                .whenPublishingA(new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_SPARE.value()), MUGS_PRICE))
                .expectDispatchedCommands(new RefundOrder(ORDER, refund(FROM_SPARE), MUGS_PRICE));
    }

    @Test
    void when_that_is_under_way_the_order_is_delivered_without_it() {
        saga.after(
                        placed(),
                        packed(),
                        left(),
                        new ShipmentDelivered(FROM_MAIN, ORDER),
                        new ShipmentLost(FROM_SPARE, ORDER, null))
                .whenPublishingA(refunding(FROM_SPARE, MUGS_PRICE))
                .expectDispatchedCommands(new RecordDelivery(ORDER, List.of(FROM_SPARE)));
    }

    @Test
    void an_order_of_which_everything_was_lost_is_closed_and_waits_for_its_refunds() {
        saga.after(
                        placed(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_MAIN, ORDER, null),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        refunding(FROM_MAIN, TEA_PRICE))
                .whenPublishingA(refunding(FROM_SPARE, MUGS_PRICE))
                .expectDispatchedCommands(new CloseOrder(ORDER, ClosingReason.ALL_LOST));
    }

    @Test
    void it_ends_when_they_are_made() {
        saga.after(
                        placed(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_MAIN, ORDER, null),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        refunding(FROM_MAIN, TEA_PRICE),
                        refunding(FROM_SPARE, MUGS_PRICE),
                        new OrderClosed(ORDER, ClosingReason.ALL_LOST),
                        new PaymentRefunded(CARD, ORDER, refund(FROM_MAIN), TEA_PRICE))
                .whenPublishingA(new PaymentRefunded(CARD, ORDER, refund(FROM_SPARE), MUGS_PRICE))
                .expectActiveSagas(0);
    }

    @Test
    void payments_may_be_heard_of_before_the_order_that_asked_them() {
        saga.after(
                        placed(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_MAIN, ORDER, null),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        new PaymentRefunded(CARD, ORDER, refund(FROM_MAIN), TEA_PRICE),
                        new PaymentRefunded(CARD, ORDER, refund(FROM_SPARE), MUGS_PRICE),
                        refunding(FROM_MAIN, TEA_PRICE),
                        refunding(FROM_SPARE, MUGS_PRICE))
                .whenPublishingA(new OrderClosed(ORDER, ClosingReason.ALL_LOST))
                .expectActiveSagas(0);
    }

    @Test
    void a_refund_that_was_refused_before_the_order_was_heard_of_is_asked_for_again() {
        saga.late(
                        Duration.ofMinutes(2),
                        placed(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        new RefundRefused(CARD, ORDER, refund(FROM_SPARE), MUGS_PRICE, "no"),
                        refunding(FROM_SPARE, MUGS_PRICE))
                .expectActiveSagas(1);
        assertThat(saga.commands.stream().filter(command -> command.toString().startsWith("RefundPayment")))
                .as("asked for again, although the other shipment is under way for days")
                .isNotEmpty();
    }

    @Test
    void an_order_is_delivered_when_it_is_known_what_was_captured_for_it() {
        saga.after(
                        placed(),
                        packed(),
                        dispatched(FROM_MAIN),
                        dispatched(FROM_SPARE),
                        shipped(TEA, TEA_HELD, FROM_MAIN, 5),
                        shipped(SPARE_MUGS, MUG_HELD, FROM_SPARE, 2),
                        new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_MAIN.value()), TEA_PRICE),
                        new ShipmentDelivered(FROM_MAIN, ORDER))
                .andThenAPublished(new ShipmentDelivered(FROM_SPARE, ORDER))
                .whenPublishingA(new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_SPARE.value()), MUGS_PRICE))
                .expectDispatchedCommands(new RecordDelivery(ORDER, List.of()));
    }

    @Test
    void what_no_payment_holds_is_noted_when_it_leaves() {
        saga.after(placed(), packed())
                .andThenAPublished(new PaymentVoided(CARD, ORDER))
                .whenPublishingA(dispatched(FROM_MAIN))
                .expectDispatchedCommands(new ShipReservation(TEA, TEA_HELD, FROM_MAIN, 5));
        assertThat(saga.lastReport().reasons())
                .containsExactly("GBP 5.00 of shipment " + FROM_MAIN + " is not held by any payment");
    }

    @Test
    void a_return_in_the_last_moment_keeps_it_from_being_closed_until_it_is_settled() throws Exception {
        saga.after(placed(), packed(), left(), delivered())
                .andThenTimeElapses(Duration.ofDays(31))
                .andThenAPublished(new OrderReturnOpened(ORDER, RETURN, List.of()))
                .whenTimeElapses(Duration.ofDays(1))
                .expectNoDispatchedCommands();
        assertThat(saga.lastReport().step()).isEqualTo("RETURNS");
    }

    @Test
    void then_it_is_closed() throws Exception {
        saga.after(placed(), packed(), left(), delivered())
                .andThenTimeElapses(Duration.ofDays(31))
                .andThenAPublished(new OrderReturnOpened(ORDER, RETURN, List.of()))
                .whenPublishingA(new OrderReturnSettled(ORDER, RETURN, List.of()))
                .expectDispatchedCommands(new CloseOrder(ORDER, ClosingReason.RETURN_WINDOW_OVER));
    }

    @Test
    void a_refused_refund_is_asked_for_again_until_it_is_given_up() {
        saga.after(
                        placed(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        refunding(FROM_SPARE, MUGS_PRICE))
                .andThenAPublished(new RefundRefused(CARD, ORDER, refund(FROM_SPARE), MUGS_PRICE, "no"))
                .whenTimeElapses(Duration.ofDays(21))
                .expectActiveSagas(1);
        assertThat(saga.commands.stream().filter(command -> command.toString().startsWith("RefundPayment")))
                .isNotEmpty();
    }

    @Test
    void where_the_order_wants_that_lost_pieces_are_reserved_again() {
        saga.after(reshipping(), packed(), left())
                .whenPublishingA(new ShipmentLost(FROM_SPARE, ORDER, null))
                .expectDispatchedCommands(new ReserveStock(MUGS, again(), 2));
    }

    @Test
    void and_sent_again_at_no_cost() {
        ShipmentId replacement = shipment(0, "MAIN", 1);
        saga.after(reshipping(), packed(), left(), new ShipmentLost(FROM_SPARE, ORDER, null))
                .whenPublishingA(new StockReserved(MUGS, again(), 2))
                .expectDispatchedCommands(new PrepareShipment(
                        replacement,
                        ORDER,
                        0,
                        MUGS.warehouse(),
                        List.of(new ShipmentItem(1_000_001, MUG, 2)),
                        Money.parse("GBP 0.00"),
                        NORWAY,
                        FROM_SPARE));
    }

    @Test
    void what_was_sent_again_ships_its_reservation_and_captures_nothing() {
        ShipmentId replacement = shipment(0, "MAIN", 1);
        saga.after(
                        reshipping(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        new StockReserved(MUGS, again(), 2))
                .andThenAPublished(prepared(replacement, MUGS.warehouse(), List.of(), "GBP 0.00"))
                .whenPublishingA(dispatched(replacement))
                .expectDispatchedCommands(new ShipReservation(MUGS, again(), replacement, 2));
    }

    @Test
    void lost_pieces_that_are_not_there_again_are_refunded() {
        saga.after(
                        reshipping(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        new StockReservationRejected(MUGS, again(), 2, 0))
                .whenPublishingA(new StockReservationRejected(SPARE_MUGS, again(), 2, 0))
                .expectDispatchedCommands(new RefundOrder(ORDER, refund(FROM_SPARE), MUGS_PRICE));
    }

    @Test
    void a_packed_shipment_that_does_not_leave_is_shown_as_late_and_nothing_is_sent() {
        saga.late(Duration.ofDays(4), placed(), packed()).expectNoDispatchedCommands();
        assertThat(saga.lastReport().step()).isEqualTo("DISPATCH");
        assertThat(saga.lastReport().overdue()).isEqualTo(1);
    }

    static Object reshipping() {
        return placed(List.of(WHOLE), ShortStock.REJECT, LostShipment.RESHIP);
    }

    static ReservationId again() {
        return new ReservationId(ORDER, 1_000_001);
    }

    static Object[] paid() {
        return new Object[] {noMugs(0), spareMugsHeld(), teaHeld(), requested(), authorized()};
    }

    static Object[] packed() {
        return Stream.concat(Stream.of(paid()), Stream.of(new OrderConfirmed(ORDER), preparedTea(), preparedMugs()))
                .toArray();
    }

    /** Both have left, and all was captured. */
    static Object[] left() {
        return new Object[] {
            dispatched(FROM_MAIN),
            dispatched(FROM_SPARE),
            shipped(TEA, TEA_HELD, FROM_MAIN, 5),
            shipped(SPARE_MUGS, MUG_HELD, FROM_SPARE, 2),
            new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_MAIN.value()), TEA_PRICE),
            new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_SPARE.value()), MUGS_PRICE)
        };
    }

    static Object[] delivered() {
        return new Object[] {
            new ShipmentDelivered(FROM_MAIN, ORDER),
            new ShipmentDelivered(FROM_SPARE, ORDER),
            new OrderDelivered(ORDER, List.of())
        };
    }

    static ShipmentPrepared preparedTea() {
        return prepared(FROM_MAIN, TEA.warehouse(), TEA_ITEMS, "GBP 5.00");
    }

    static ShipmentPrepared preparedMugs() {
        return prepared(FROM_SPARE, SPARE_MUGS.warehouse(), MUG_ITEMS, "GBP 9.00");
    }

    static PrepareShipment prepare(ShipmentId id, String warehouse, List<ShipmentItem> items, Money value) {
        return new PrepareShipment(
                id, ORDER, 0, io.waybill.contract.inventory.WarehouseId.of(warehouse), items, value, NORWAY, null);
    }

    static CapturePayment capture(ShipmentId shipment, Money amount) {
        return new CapturePayment(CARD, new CaptureId(shipment.value()), amount);
    }

    static RefundId refund(ShipmentId shipment) {
        return new RefundId(shipment.value());
    }

    static OrderRefundRequested refunding(ShipmentId shipment, Money amount) {
        return new OrderRefundRequested(
                ORDER, refund(shipment), List.of(new RefundPart(CARD, amount)), Money.parse("GBP 0.00"));
    }
}
