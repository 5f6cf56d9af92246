package io.waybill.saga.fulfilment;

import static io.waybill.saga.fulfilment.ChangesOfMindTest.CANCELLED;
import static io.waybill.saga.fulfilment.ChangesOfMindTest.dearer;
import static io.waybill.saga.fulfilment.ShippingTest.MUGS_PRICE;
import static io.waybill.saga.fulfilment.ShippingTest.TEA_PRICE;
import static io.waybill.saga.fulfilment.ShippingTest.capture;
import static io.waybill.saga.fulfilment.ShippingTest.left;
import static io.waybill.saga.fulfilment.ShippingTest.packed;
import static io.waybill.saga.fulfilment.ShippingTest.paid;
import static io.waybill.saga.fulfilment.ShippingTest.preparedTea;
import static io.waybill.saga.fulfilment.ShippingTest.refund;
import static io.waybill.saga.fulfilment.ShippingTest.refunding;
import static io.waybill.saga.fulfilment.Story.BY_CARD;
import static io.waybill.saga.fulfilment.Story.BY_WALLET;
import static io.waybill.saga.fulfilment.Story.CARD;
import static io.waybill.saga.fulfilment.Story.FROM_MAIN;
import static io.waybill.saga.fulfilment.Story.FROM_SPARE;
import static io.waybill.saga.fulfilment.Story.MUGS;
import static io.waybill.saga.fulfilment.Story.MUG_HELD;
import static io.waybill.saga.fulfilment.Story.ORDER;
import static io.waybill.saga.fulfilment.Story.TEA;
import static io.waybill.saga.fulfilment.Story.TEA_HELD;
import static io.waybill.saga.fulfilment.Story.WALLET;
import static io.waybill.saga.fulfilment.Story.dispatched;
import static io.waybill.saga.fulfilment.Story.mugsHeld;
import static io.waybill.saga.fulfilment.Story.placed;
import static io.waybill.saga.fulfilment.Story.released;
import static io.waybill.saga.fulfilment.Story.requested;
import static io.waybill.saga.fulfilment.Story.teaHeld;

import io.waybill.contract.inventory.ShipReservation;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.RecordDelivery;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentLost;
import java.time.Duration;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is heard twice or late, as it is after a restart, is not taken for news. */
class NewsOutOfTurnTest {
    private static final Money HALF = Money.parse("GBP 7.00");

    private final Performance saga = new Performance();

    @Test
    void a_payment_that_is_held_stays_so_when_its_request_is_heard_of_again() {
        saga.after(placed(), paid(), requested(), new OrderConfirmed(ORDER), preparedTea())
                .whenPublishingA(dispatched(FROM_MAIN))
                .expectDispatchedCommands(
                        new ShipReservation(TEA, TEA_HELD, FROM_MAIN, 5), capture(FROM_MAIN, TEA_PRICE));
    }

    @Test
    void a_shipment_that_has_arrived_stays_so_when_its_dispatch_is_heard_of_again() {
        saga.after(placed(), packed(), left(), new ShipmentDelivered(FROM_MAIN, ORDER), dispatched(FROM_MAIN))
                .whenPublishingA(new ShipmentDelivered(FROM_SPARE, ORDER))
                .expectDispatchedCommands(new RecordDelivery(ORDER, List.of()));
    }

    @Test
    void what_was_captured_is_counted_once() {
        saga.after(
                        placed(),
                        packed(),
                        left(),
                        new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_SPARE.value()), MUGS_PRICE))
                .whenPublishingA(new ShipmentLost(FROM_SPARE, ORDER, null))
                .expectDispatchedCommands(new RefundOrder(ORDER, refund(FROM_SPARE), MUGS_PRICE));
    }

    @Test
    void an_amendment_of_an_order_that_was_cancelled_reserves_nothing() {
        saga.after(placed(), mugsHeld(), teaHeld(), CANCELLED, released(MUGS, MUG_HELD, 2))
                .whenPublishingA(dearer())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void an_order_of_which_all_was_lost_does_not_end_before_the_last_refund() {
        saga.after(
                        placed(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_MAIN, ORDER, null),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        refunding(FROM_MAIN, TEA_PRICE),
                        refunding(FROM_SPARE, MUGS_PRICE),
                        new OrderClosed(ORDER, ClosingReason.ALL_LOST))
                .whenPublishingA(new PaymentRefunded(CARD, ORDER, refund(FROM_MAIN), TEA_PRICE))
                .expectActiveSagas(1);
    }

    @Test
    void only_the_payment_that_was_not_decided_in_time_is_a_reason_to_reject() throws Exception {
        saga.after(
                        placed(
                                List.of(new PaymentPart(CARD, BY_CARD, HALF), new PaymentPart(WALLET, BY_WALLET, HALF)),
                                ShortStock.REJECT,
                                LostShipment.REFUND),
                        mugsHeld(),
                        teaHeld(),
                        new PaymentAuthorized(WALLET, ORDER, HALF, "held"))
                .andThenTimeElapses(Duration.ofSeconds(15 * 60 + 5))
                .andThenAPublished(new PaymentVoided(WALLET, ORDER))
                .andThenAPublished(new PaymentVoided(CARD, ORDER))
                .andThenAPublished(released(MUGS, MUG_HELD, 2))
                .whenPublishingA(released(TEA, TEA_HELD, 5))
                .expectDispatchedCommands(new RejectOrder(
                        ORDER,
                        List.of(new Rejection(Rejection.Reason.PAYMENT_NOT_ANSWERED, null, "no answer in time"))));
    }
}
