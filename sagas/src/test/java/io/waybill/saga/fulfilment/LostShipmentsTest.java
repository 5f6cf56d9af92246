package io.waybill.saga.fulfilment;

import static io.waybill.saga.fulfilment.ShippingTest.MUGS_PRICE;
import static io.waybill.saga.fulfilment.ShippingTest.TEA_PRICE;
import static io.waybill.saga.fulfilment.ShippingTest.left;
import static io.waybill.saga.fulfilment.ShippingTest.packed;
import static io.waybill.saga.fulfilment.ShippingTest.refund;
import static io.waybill.saga.fulfilment.ShippingTest.refunding;
import static io.waybill.saga.fulfilment.ShippingTest.reshipping;
import static io.waybill.saga.fulfilment.Story.CARD;
import static io.waybill.saga.fulfilment.Story.FROM_MAIN;
import static io.waybill.saga.fulfilment.Story.FROM_SPARE;
import static io.waybill.saga.fulfilment.Story.MUG;
import static io.waybill.saga.fulfilment.Story.MUGS;
import static io.waybill.saga.fulfilment.Story.MUG_HELD;
import static io.waybill.saga.fulfilment.Story.NORWAY;
import static io.waybill.saga.fulfilment.Story.ORDER;
import static io.waybill.saga.fulfilment.Story.SPARE_MUGS;
import static io.waybill.saga.fulfilment.Story.TEA;
import static io.waybill.saga.fulfilment.Story.TEA_HELD;
import static io.waybill.saga.fulfilment.Story.dispatched;
import static io.waybill.saga.fulfilment.Story.placed;
import static io.waybill.saga.fulfilment.Story.prepared;
import static io.waybill.saga.fulfilment.Story.shipment;
import static io.waybill.saga.fulfilment.Story.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.RecordDelivery;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRefused;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.shipment.PrepareShipment;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentLost;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Two mugs left the spare warehouse, five teas the main one, and the mugs got lost. */
class LostShipmentsTest {
    private static final ShipmentLost LOST = new ShipmentLost(FROM_SPARE, ORDER, null);
    private static final ShipmentDelivered TEAS_ARRIVED = new ShipmentDelivered(FROM_MAIN, ORDER);
    private static final Money HALF = Money.parse("GBP 4.50");

    private final Performance saga = new Performance();

    @Test
    void what_was_lost_after_it_was_sent_again_is_sent_again_once_more() {
        saga.after(reshipping(), packed(), left(), LOST, sent(1))
                .whenPublishingA(lost(1))
                .expectDispatchedCommands(new ReserveStock(MUGS, held(2), 2));
    }

    @Test
    void what_was_sent_again_three_times_and_lost_is_refunded_with_what_was_captured_for_the_first() {
        saga.after(reshipping(), packed(), left(), LOST, sent(1), lost(1), sent(2), lost(2), sent(3))
                .whenPublishingA(lost(3))
                .expectDispatchedCommands(new RefundOrder(ORDER, refund(again(3)), MUGS_PRICE));
    }

    @Test
    void then_the_order_is_delivered_without_the_first() {
        saga.after(reshipping(), packed(), left(), TEAS_ARRIVED, LOST, sent(1), lost(1), sent(2), lost(2), sent(3))
                .andThenAPublished(lost(3))
                .whenPublishingA(refunding(again(3), MUGS_PRICE))
                .expectDispatchedCommands(new RecordDelivery(ORDER, List.of(FROM_SPARE)));
    }

    @Test
    void lost_pieces_that_two_warehouses_have_are_two_shipments() {
        saga.after(reshipping(), packed(), left(), LOST, oneEach())
                .whenPublishingA(new StockReserved(SPARE_MUGS, held(1), 1))
                .expectDispatchedCommands(replacement("MAIN"), replacement("SPARE"));
    }

    @Test
    void of_which_each_is_worth_its_share() {
        ShipmentId half = shipment(0, "SPARE", 1);
        saga.after(
                        reshipping(),
                        packed(),
                        left(),
                        LOST,
                        oneEach(),
                        new StockReserved(SPARE_MUGS, held(1), 1),
                        dispatched(half),
                        shipped(SPARE_MUGS, held(1), half, 1),
                        new ShipmentLost(half, ORDER, null),
                        rejected(MUGS, held(2), 1, 0))
                .whenPublishingA(rejected(SPARE_MUGS, held(2), 1, 0))
                .expectDispatchedCommands(new RefundOrder(ORDER, refund(half), HALF));
    }

    @Test
    void where_only_some_are_there_again_they_are_given_back_and_all_is_refunded() {
        saga.after(reshipping(), packed(), left(), LOST)
                .andThenAPublished(rejected(MUGS, held(1), 2, 1))
                .andThenAPublished(rejected(SPARE_MUGS, held(1), 2, 0))
                .whenPublishingA(new StockReserved(MUGS, held(1), 1))
                .expectDispatchedCommands(
                        new RefundOrder(ORDER, refund(FROM_SPARE), MUGS_PRICE),
                        new ReleaseReservation(MUGS, held(1), 0));
        assertThat(saga.lastReport().reasons())
                .containsExactly("what was lost with shipment " + FROM_SPARE + " could not be had again");
    }

    @Test
    void what_another_shipment_holds_is_not_given_back() {
        saga.after(
                        reshipping(),
                        packed(),
                        dispatched(FROM_SPARE),
                        shipped(SPARE_MUGS, MUG_HELD, FROM_SPARE, 2),
                        new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_SPARE.value()), MUGS_PRICE),
                        LOST,
                        rejected(MUGS, held(1), 2, 0))
                .whenPublishingA(rejected(SPARE_MUGS, held(1), 2, 0))
                .expectDispatchedCommands(new RefundOrder(ORDER, refund(FROM_SPARE), MUGS_PRICE));
    }

    @Test
    void only_warehouses_of_the_lost_sku_are_asked() {
        ReservationId teas = new ReservationId(ORDER, 1_000_002);
        saga.after(reshipping(), packed(), left(), new ShipmentLost(FROM_MAIN, ORDER, null))
                .whenPublishingA(rejected(TEA, teas, 5, 0))
                .expectDispatchedCommands(new RefundOrder(ORDER, refund(FROM_MAIN), TEA_PRICE));
    }

    @Test
    void what_nothing_was_captured_for_needs_no_refund() {
        saga.after(
                        placed(),
                        packed(),
                        dispatched(FROM_MAIN),
                        dispatched(FROM_SPARE),
                        new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_MAIN.value()), TEA_PRICE),
                        new CaptureRefused(CARD, ORDER, new CaptureId(FROM_SPARE.value()), MUGS_PRICE, "expired"),
                        TEAS_ARRIVED,
                        shipped(TEA, TEA_HELD, FROM_MAIN, 5),
                        shipped(SPARE_MUGS, MUG_HELD, FROM_SPARE, 2))
                .whenPublishingA(LOST)
                .expectDispatchedCommands(new RecordDelivery(ORDER, List.of(FROM_SPARE)));
    }

    @Test
    void what_no_payment_covers_is_noted() {
        saga.after(placed(), packed(), left(), LOST)
                .whenPublishingA(new OrderRefundRequested(
                        ORDER,
                        refund(FROM_SPARE),
                        List.of(new RefundPart(CARD, Money.parse("GBP 5.00"))),
                        Money.parse("GBP 4.00")))
                .expectActiveSagas(1);
        assertThat(saga.lastReport().reasons())
                .containsExactly("GBP 4.00 for lost shipment " + FROM_SPARE + " is not covered");
    }

    private static ReservationId held(int attempt) {
        return new ReservationId(ORDER, attempt * 1_000_000 + 1);
    }

    private static ShipmentId again(int attempt) {
        return shipment(0, "MAIN", attempt);
    }

    private static Object[] sent(int attempt) {
        return new Object[] {
            new StockReserved(MUGS, held(attempt), 2),
            prepared(again(attempt), MUGS.warehouse(), List.of(), "GBP 0.00"),
            dispatched(again(attempt)),
            shipped(MUGS, held(attempt), again(attempt), 2)
        };
    }

    private static ShipmentLost lost(int attempt) {
        return new ShipmentLost(again(attempt), ORDER, null);
    }

    private static Object[] oneEach() {
        return Stream.of(
                        rejected(MUGS, held(1), 2, 1),
                        rejected(SPARE_MUGS, held(1), 2, 1),
                        new StockReserved(MUGS, held(1), 1))
                .toArray();
    }

    private static StockReservationRejected rejected(StockKey stock, ReservationId held, int asked, int available) {
        return new StockReservationRejected(stock, held, asked, available);
    }

    private static PrepareShipment replacement(String warehouse) {
        return new PrepareShipment(
                shipment(0, warehouse, 1),
                ORDER,
                0,
                WarehouseId.of(warehouse),
                List.of(new ShipmentItem(1_000_001, MUG, 1)),
                Money.parse("GBP 0.00"),
                NORWAY,
                FROM_SPARE);
    }
}
