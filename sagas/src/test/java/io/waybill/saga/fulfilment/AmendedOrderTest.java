package io.waybill.saga.fulfilment;

import static io.waybill.saga.fulfilment.ChangesOfMindTest.ALL;
import static io.waybill.saga.fulfilment.ChangesOfMindTest.CANCELLED;
import static io.waybill.saga.fulfilment.ChangesOfMindTest.MORE;
import static io.waybill.saga.fulfilment.ChangesOfMindTest.MORE_TEA;
import static io.waybill.saga.fulfilment.ChangesOfMindTest.MORE_TEA_HELD;
import static io.waybill.saga.fulfilment.ChangesOfMindTest.dearer;
import static io.waybill.saga.fulfilment.ChangesOfMindTest.packed;
import static io.waybill.saga.fulfilment.Story.BY_CARD;
import static io.waybill.saga.fulfilment.Story.BY_WALLET;
import static io.waybill.saga.fulfilment.Story.CARD;
import static io.waybill.saga.fulfilment.Story.FROM_MAIN;
import static io.waybill.saga.fulfilment.Story.MUG;
import static io.waybill.saga.fulfilment.Story.MUGS;
import static io.waybill.saga.fulfilment.Story.MUG_GROUP;
import static io.waybill.saga.fulfilment.Story.MUG_HELD;
import static io.waybill.saga.fulfilment.Story.MUG_LINE;
import static io.waybill.saga.fulfilment.Story.ORDER;
import static io.waybill.saga.fulfilment.Story.SUPPLEMENT;
import static io.waybill.saga.fulfilment.Story.TEA;
import static io.waybill.saga.fulfilment.Story.TEA_GROUP;
import static io.waybill.saga.fulfilment.Story.TEA_HELD;
import static io.waybill.saga.fulfilment.Story.TEA_LINE;
import static io.waybill.saga.fulfilment.Story.TEA_SKU;
import static io.waybill.saga.fulfilment.Story.TOTAL;
import static io.waybill.saga.fulfilment.Story.WHOLE;
import static io.waybill.saga.fulfilment.Story.amended;
import static io.waybill.saga.fulfilment.Story.authorized;
import static io.waybill.saga.fulfilment.Story.dispatched;
import static io.waybill.saga.fulfilment.Story.mugsHeld;
import static io.waybill.saga.fulfilment.Story.noTea;
import static io.waybill.saga.fulfilment.Story.placed;
import static io.waybill.saga.fulfilment.Story.prepared;
import static io.waybill.saga.fulfilment.Story.released;
import static io.waybill.saga.fulfilment.Story.requested;
import static io.waybill.saga.fulfilment.Story.shipment;
import static io.waybill.saga.fulfilment.Story.shipped;
import static io.waybill.saga.fulfilment.Story.teaHeld;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ShipReservation;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CapturePayment;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class AmendedOrderTest {
    private static final ShipmentWithdrawn WITHDRAWN = new ShipmentWithdrawn(FROM_MAIN, ORDER);
    private static final OrderAmended MUGS_ONLY =
            amended(1, AmendmentCause.CUSTOMER, List.of(MUG_LINE), List.of(MUG_GROUP), List.of(WHOLE));
    private static final Money MUGS_PRICE = Money.parse("GBP 9.00");

    private final Performance saga = new Performance();

    @Test
    void pieces_are_given_back_in_parts_under_names_of_their_own() {
        OrderLine threeTeas = new OrderLine(2, TEA_SKU, "Tea", 3, BigMoney.parse("GBP 1.00"));
        LineGroup three = new LineGroup(2, TEA_SKU, 3, TEA_GROUP.sources());
        saga.after(
                        placed(),
                        mugsHeld(),
                        teaHeld(),
                        requested(),
                        authorized(),
                        amended(
                                1,
                                AmendmentCause.CUSTOMER,
                                List.of(MUG_LINE, threeTeas),
                                List.of(MUG_GROUP, three),
                                List.of(WHOLE)),
                        released(TEA, TEA_HELD, 2))
                .whenPublishingA(CANCELLED)
                .expectDispatchedCommands(
                        new ReleaseReservation(MUGS, MUG_HELD, 0),
                        new ReleaseReservation(TEA, TEA_HELD, 0),
                        new VoidPayment(CARD));
        assertThat(saga.commands).contains(new ReleaseReservation(TEA, TEA_HELD, 3));
    }

    @Test
    void a_payment_is_not_voided_while_all_that_was_packed_is_withdrawn_and_will_be_packed_anew() {
        saga.after(placed(), packed(), MUGS_ONLY)
                .whenPublishingA(WITHDRAWN)
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void what_was_withdrawn_after_it_was_packed_anew_is_told() {
        saga.after(placed(), packed(), MUGS_ONLY, new OrderConfirmed(ORDER))
                .whenPublishingA(WITHDRAWN)
                .expectActiveSagas(1);
        assertThat(saga.lastReport().undone()).containsExactly("shipment " + FROM_MAIN);
    }

    @Test
    void an_order_of_which_all_that_left_was_lost_is_closed_whatever_was_withdrawn() {
        ShipmentId mugs = shipment(1, "MAIN", 0);
        saga.after(
                        placed(),
                        packed(),
                        MUGS_ONLY,
                        new OrderConfirmed(ORDER),
                        WITHDRAWN,
                        prepared(mugs, MUGS.warehouse(), List.of(new ShipmentItem(1, MUG, 2)), "GBP 9.00"),
                        dispatched(mugs),
                        shipped(MUGS, MUG_HELD, mugs, 2),
                        new PaymentCaptured(CARD, ORDER, new CaptureId(mugs.value()), MUGS_PRICE),
                        new ShipmentLost(mugs, ORDER, null))
                .whenPublishingA(new OrderRefundRequested(
                        ORDER,
                        new RefundId(mugs.value()),
                        List.of(new RefundPart(CARD, MUGS_PRICE)),
                        Money.parse("GBP 0.00")))
                .expectDispatchedCommands(new CloseOrder(ORDER, ClosingReason.ALL_LOST));
    }

    @Test
    void a_supplement_that_is_no_longer_wanted_is_voided_before_it_is_decided() {
        saga.after(
                        placed(),
                        packed(),
                        dearer(),
                        new StockReserved(MORE_TEA, MORE_TEA_HELD, 3),
                        new PaymentRequested(SUPPLEMENT, ORDER, MORE.amount(), BY_CARD))
                .whenPublishingA(asBefore(AmendmentCause.CUSTOMER))
                .expectActiveSagas(1);
        assertThat(saga.commands).contains(new VoidPayment(SUPPLEMENT)).doesNotContain(new VoidPayment(CARD));
    }

    @Test
    void a_supplement_that_was_declined_and_voided_gives_nothing_and_the_others_give_all() {
        ShipmentId anew = shipment(2, "MAIN", 0);
        PaymentPart byWallet = new PaymentPart(SUPPLEMENT, BY_WALLET, MORE.amount());
        saga.after(
                        placed(),
                        packed(),
                        amended(
                                1,
                                AmendmentCause.CUSTOMER,
                                dearer().lines(),
                                dearer().groups(),
                                List.of(WHOLE, byWallet)),
                        new StockReserved(MORE_TEA, MORE_TEA_HELD, 3),
                        new PaymentDeclined(SUPPLEMENT, ORDER, DeclineReason.NOT_ANSWERED, "silence"),
                        asBefore(AmendmentCause.UNDONE),
                        new PaymentVoided(SUPPLEMENT, ORDER),
                        WITHDRAWN,
                        released(MORE_TEA, MORE_TEA_HELD, 3),
                        new OrderConfirmed(ORDER),
                        prepared(anew, MUGS.warehouse(), ALL, "GBP 14.00"))
                .whenPublishingA(dispatched(anew))
                .expectDispatchedCommands(
                        new ShipReservation(MUGS, MUG_HELD, anew, 2),
                        new ShipReservation(TEA, TEA_HELD, anew, 5),
                        new CapturePayment(CARD, new CaptureId(anew.value()), TOTAL));
    }

    @Test
    void where_what_it_was_before_cannot_be_paid_either_the_amendment_is_not_undone_but_the_order_rejected() {
        saga.after(
                        placed(),
                        mugsHeld(),
                        teaHeld(),
                        requested(),
                        dearer(),
                        new StockReserved(MORE_TEA, MORE_TEA_HELD, 3))
                .whenPublishingA(new PaymentDeclined(CARD, ORDER, DeclineReason.DECLINED, "no funds"))
                .expectDispatchedCommands(
                        new ReleaseReservation(MUGS, MUG_HELD, 0),
                        new ReleaseReservation(TEA, TEA_HELD, 0),
                        new ReleaseReservation(MORE_TEA, MORE_TEA_HELD, 0));
    }

    @Test
    void an_order_that_was_amended_to_what_it_was_is_not_amended_to_that_again() {
        saga.after(placed(), mugsHeld(), MUGS_ONLY, asBefore(AmendmentCause.CUSTOMER))
                .whenPublishingA(noTea(0))
                .expectDispatchedCommands(new ReleaseReservation(MUGS, MUG_HELD, 0));
    }

    private static OrderAmended asBefore(AmendmentCause cause) {
        return amended(2, cause, List.of(MUG_LINE, TEA_LINE), List.of(MUG_GROUP, TEA_GROUP), List.of(WHOLE));
    }
}
