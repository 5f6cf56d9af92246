package io.waybill.saga.fulfilment;

import static io.waybill.saga.fulfilment.ChangesOfMindTest.CANCELLED;
import static io.waybill.saga.fulfilment.ShippingTest.MUGS_PRICE;
import static io.waybill.saga.fulfilment.ShippingTest.TEA_PRICE;
import static io.waybill.saga.fulfilment.ShippingTest.left;
import static io.waybill.saga.fulfilment.ShippingTest.packed;
import static io.waybill.saga.fulfilment.ShippingTest.refund;
import static io.waybill.saga.fulfilment.ShippingTest.refunding;
import static io.waybill.saga.fulfilment.Story.BY_CARD;
import static io.waybill.saga.fulfilment.Story.BY_WALLET;
import static io.waybill.saga.fulfilment.Story.CARD;
import static io.waybill.saga.fulfilment.Story.FROM_MAIN;
import static io.waybill.saga.fulfilment.Story.FROM_SPARE;
import static io.waybill.saga.fulfilment.Story.NORWAY;
import static io.waybill.saga.fulfilment.Story.ORDER;
import static io.waybill.saga.fulfilment.Story.TEA;
import static io.waybill.saga.fulfilment.Story.TEA_HELD;
import static io.waybill.saga.fulfilment.Story.WALLET;
import static io.waybill.saga.fulfilment.Story.WHOLE;
import static io.waybill.saga.fulfilment.Story.dispatched;
import static io.waybill.saga.fulfilment.Story.mugsHeld;
import static io.waybill.saga.fulfilment.Story.noMugs;
import static io.waybill.saga.fulfilment.Story.noTea;
import static io.waybill.saga.fulfilment.Story.placed;
import static io.waybill.saga.fulfilment.Story.shipped;
import static io.waybill.saga.fulfilment.Story.teaHeld;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.shipment.ShipmentLost;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a person is told that an order waits for. */
class WaitsForTest {
    private static final Money HALF = Money.parse("GBP 7.00");

    private final Performance saga = new Performance();

    @Test
    void the_outcome_of_its_steps() {
        saga.whenFirst(placed());
        isTold("STOCK", "outcome of reserve-1-MAIN, reserve-2-MAIN");
    }

    @Test
    void of_many_steps_the_first_five_by_name() {
        String five = "outcome of reserve-1-MAIN, reserve-2-MAIN, reserve-3-MAIN, reserve-4-MAIN, reserve-5-MAIN";
        saga.whenFirst(placedWith(5));
        isTold("STOCK", five);
        Performance more = new Performance();
        more.whenFirst(placedWith(7));
        assertThat(more.lastReport().waitsFor()).isEqualTo(five + " and 2 more");
    }

    @Test
    void payments_that_are_not_decided() {
        saga.after(
                        placed(
                                List.of(new PaymentPart(CARD, BY_CARD, HALF), new PaymentPart(WALLET, BY_WALLET, HALF)),
                                ShortStock.REJECT,
                                LostShipment.REFUND),
                        mugsHeld())
                .whenPublishingA(teaHeld());
        isTold("PAYMENT", "payments: " + CARD + ", " + WALLET);
    }

    @Test
    void and_no_other_payments() {
        saga.after(
                        placed(
                                List.of(new PaymentPart(CARD, BY_CARD, HALF), new PaymentPart(WALLET, BY_WALLET, HALF)),
                                ShortStock.REJECT,
                                LostShipment.REFUND),
                        mugsHeld(),
                        teaHeld())
                .whenPublishingA(new PaymentAuthorized(CARD, ORDER, HALF, "auth_1"));
        isTold("PAYMENT", "payments: " + WALLET);
    }

    @Test
    void packed_shipments_to_leave() {
        saga.after(placed(), packed(), dispatched(FROM_MAIN), shipped(TEA, TEA_HELD, FROM_MAIN, 5))
                .whenPublishingA(new PaymentCaptured(CARD, ORDER, new CaptureId(FROM_MAIN.value()), TEA_PRICE));
        isTold("DISPATCH", "dispatch of " + FROM_SPARE);
    }

    @Test
    void shipments_to_arrive() {
        Object[] all = left();
        saga.after(placed(), packed(), List.of(all).subList(0, all.length - 1).toArray())
                .whenPublishingA(all[all.length - 1]);
        isTold("DELIVERY", "delivery of " + FROM_MAIN + ", " + FROM_SPARE);
    }

    @Test
    void refunds_that_are_not_made() {
        saga.after(
                        placed(),
                        packed(),
                        left(),
                        new ShipmentLost(FROM_MAIN, ORDER, null),
                        new ShipmentLost(FROM_SPARE, ORDER, null),
                        refunding(FROM_MAIN, TEA_PRICE),
                        refunding(FROM_SPARE, MUGS_PRICE),
                        new OrderClosed(ORDER, ClosingReason.ALL_LOST))
                .whenPublishingA(new PaymentRefunded(CARD, ORDER, refund(FROM_MAIN), TEA_PRICE));
        isTold("SETTLEMENT", "refunds: " + CARD);
    }

    @Test
    void nothing_when_it_was_cancelled_and_nothing_is_held() {
        saga.after(placed(), CANCELLED, noMugs(0)).whenPublishingA(noTea(0)).expectActiveSagas(0);
        assertThat(saga.lastReport().step()).isEqualTo("END");
        assertThat(saga.lastReport().waitsFor()).isNull();
    }

    private void isTold(String step, String waitsFor) {
        assertThat(saga.lastReport().step()).isEqualTo(step);
        assertThat(saga.lastReport().waitsFor()).isEqualTo(waitsFor);
    }

    private static OrderPlaced placedWith(int groups) {
        List<OrderLine> lines = IntStream.rangeClosed(1, groups)
                .mapToObj(number ->
                        new OrderLine(number, Sku.of("SKU" + number), "A thing", 1, BigMoney.parse("GBP 2.00")))
                .toList();
        return new OrderPlaced(
                ORDER,
                null,
                null,
                NORWAY,
                lines,
                lines.stream()
                        .map(line -> new LineGroup(line.number(), line.sku(), 1, List.of(TEA.warehouse())))
                        .toList(),
                Money.parse("GBP 14.00"),
                List.of(WHOLE),
                ShortStock.REJECT,
                LostShipment.REFUND,
                Instant.EPOCH);
    }
}
