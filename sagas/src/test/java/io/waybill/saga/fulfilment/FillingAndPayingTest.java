package io.waybill.saga.fulfilment;

import static io.waybill.saga.fulfilment.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.AmendOrder;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** From placed to confirmed or rejected. */
class FillingAndPayingTest {
    private static final Rejection NO_TEA =
            new Rejection(Rejection.Reason.SHORT_STOCK, TEA_SKU, "5 of 5 TEA could not be had");
    private static final Rejection DECLINED = new Rejection(Rejection.Reason.PAYMENT_DECLINED, null, "no funds");
    private static final PaymentDeclined NO_FUNDS =
            new PaymentDeclined(CARD, ORDER, DeclineReason.DECLINED, "no funds");
    private static final PaymentDeclined SILENCE =
            new PaymentDeclined(CARD, ORDER, DeclineReason.NOT_ANSWERED, "silence");

    private final Performance saga = new Performance();

    @Test
    void a_placed_order_reserves_every_group_at_its_first_warehouse() {
        saga.whenFirst(placed())
                .expectActiveSagas(1)
                .expectDispatchedCommands(new ReserveStock(MUGS, MUG_HELD, 2), new ReserveStock(TEA, TEA_HELD, 5));
        assertThat(saga.names)
                .containsExactly("fulfilment/" + ORDER + "/reserve-1-MAIN", "fulfilment/" + ORDER + "/reserve-2-MAIN");
    }

    @Test
    void it_waits_until_all_is_held() {
        saga.after(placed()).whenPublishingA(mugsHeld()).expectActiveSagas(1).expectNoDispatchedCommands();
    }

    @Test
    void when_all_is_held_the_payment_is_requested() {
        saga.after(placed(), mugsHeld())
                .whenPublishingA(teaHeld())
                .expectDispatchedCommands(new RequestPayment(CARD, ORDER, TOTAL, BY_CARD));
    }

    @Test
    void an_order_is_confirmed_when_card_and_wallet_are_both_authorized() {
        Money half = Money.parse("GBP 7.00");
        saga.after(
                        placed(
                                List.of(new PaymentPart(CARD, BY_CARD, half), new PaymentPart(WALLET, BY_WALLET, half)),
                                ShortStock.REJECT,
                                LostShipment.REFUND),
                        mugsHeld(),
                        teaHeld(),
                        new PaymentAuthorized(CARD, ORDER, half, "auth_1"))
                .whenPublishingA(new PaymentAuthorized(WALLET, ORDER, half, "held"))
                .expectDispatchedCommands(new ConfirmOrder(ORDER, 0));
    }

    @Test
    void a_warehouse_that_has_too_little_is_followed_by_the_next() {
        saga.after(placed())
                .whenPublishingA(noMugs(1))
                .expectDispatchedCommands(new ReserveStock(SPARE_MUGS, MUG_HELD, 2));
    }

    @Test
    void when_no_warehouse_has_all_the_one_with_most_is_asked_for_what_it_has() {
        saga.after(placed(), noMugs(1))
                .whenPublishingA(noSpareMugs(1))
                .expectDispatchedCommands(new ReserveStock(MUGS, MUG_HELD, 1));
    }

    @Test
    void the_rest_comes_from_another_warehouse() {
        saga.after(placed(), noMugs(1), noSpareMugs(1))
                .whenPublishingA(new StockReserved(MUGS, MUG_HELD, 1))
                .expectDispatchedCommands(new ReserveStock(SPARE_MUGS, MUG_HELD, 1));
    }

    @Test
    void short_stock_waits_for_the_other_groups_and_then_releases_what_they_hold() {
        saga.after(placed(), noTea(0))
                .whenPublishingA(mugsHeld())
                .expectDispatchedCommands(new ReleaseReservation(MUGS, MUG_HELD, 0));
    }

    @Test
    void the_order_is_rejected_when_all_is_released() {
        saga.after(placed(), noTea(0), mugsHeld())
                .whenPublishingA(released(MUGS, MUG_HELD, 2))
                .expectDispatchedCommands(new RejectOrder(ORDER, List.of(NO_TEA)));
        assertThat(saga.lastReport().undone()).containsExactly("held 2 of MUG@MAIN");
        assertThat(saga.lastReport().reasons()).containsExactly("SHORT_STOCK: 5 of 5 TEA could not be had");
    }

    @Test
    void a_rejected_order_ends_it() {
        saga.after(placed(), noTea(0), mugsHeld(), released(MUGS, MUG_HELD, 2))
                .whenPublishingA(new OrderRejected(ORDER, List.of(NO_TEA)))
                .expectActiveSagas(0);
        assertThat(saga.lastReport().endedAt()).isNotNull();
    }

    @Test
    void where_the_order_allows_it_what_is_missing_is_amended_away() {
        UUID name = UUID.nameUUIDFromBytes((ORDER + "/0/supplement").getBytes(StandardCharsets.UTF_8));
        saga.after(placed(List.of(WHOLE), ShortStock.SHIP_AVAILABLE, LostShipment.REFUND), noTea(3), mugsHeld())
                .andThenAPublished(new StockReserved(TEA, TEA_HELD, 3))
                .whenTimeElapses(Duration.ofSeconds(1))
                .expectActiveSagas(1);
        assertThat(saga.names).last().asString().endsWith("/amend-0");
        assertThat(saga.commands)
                .last()
                .isEqualTo(new AmendOrder(
                        ORDER,
                        AmendmentCause.SHORT_STOCK,
                        List.of(MUG_LINE, new OrderLine(2, TEA_SKU, "Tea", 3, TEA_LINE.unitPrice())),
                        null,
                        Map.of(MUG, MUG_GROUP.sources(), TEA_SKU, TEA_GROUP.sources()),
                        new PaymentId(name),
                        0,
                        List.of()));
    }

    @Test
    void what_was_amended_away_is_not_asked_for_again() {
        saga.after(placed(List.of(WHOLE), ShortStock.SHIP_AVAILABLE, LostShipment.REFUND), noTea(0), mugsHeld())
                .whenPublishingA(
                        amended(1, AmendmentCause.SHORT_STOCK, List.of(MUG_LINE), List.of(MUG_GROUP), List.of(WHOLE)))
                .expectDispatchedCommands(new RequestPayment(CARD, ORDER, TOTAL, BY_CARD));
    }

    @Test
    void an_order_that_takes_what_there_is_and_gets_nothing_is_rejected() {
        saga.after(placed(List.of(WHOLE), ShortStock.SHIP_AVAILABLE, LostShipment.REFUND), noTea(0), noMugs(0))
                .whenPublishingA(noSpareMugs(0))
                .expectDispatchedCommands(new RejectOrder(
                        ORDER,
                        List.of(
                                new Rejection(Rejection.Reason.SHORT_STOCK, MUG, "2 of 2 MUG could not be had"),
                                NO_TEA)));
    }

    @Test
    void a_declined_payment_releases_everything() {
        saga.after(placed(), mugsHeld(), teaHeld(), requested())
                .whenPublishingA(NO_FUNDS)
                .expectDispatchedCommands(
                        new ReleaseReservation(MUGS, MUG_HELD, 0), new ReleaseReservation(TEA, TEA_HELD, 0));
    }

    @Test
    void a_declined_order_is_rejected_with_what_the_provider_said() {
        saga.after(placed(), mugsHeld(), teaHeld(), requested(), NO_FUNDS, released(TEA, TEA_HELD, 5))
                .whenPublishingA(released(MUGS, MUG_HELD, 2))
                .expectDispatchedCommands(new RejectOrder(ORDER, List.of(DECLINED)));
    }

    @Test
    void a_payment_that_was_not_answered_is_voided_before_the_order_is_rejected() {
        saga.after(
                        placed(),
                        mugsHeld(),
                        teaHeld(),
                        requested(),
                        SILENCE,
                        released(MUGS, MUG_HELD, 2),
                        released(TEA, TEA_HELD, 5))
                .whenPublishingA(new PaymentVoided(CARD, ORDER))
                .expectDispatchedCommands(new RejectOrder(
                        ORDER, List.of(new Rejection(Rejection.Reason.PAYMENT_NOT_ANSWERED, null, "silence"))));
    }

    @Test
    void a_payment_that_is_not_decided_in_time_is_given_up() {
        saga.late(Duration.ofSeconds(15 * 60 + 5), placed(), mugsHeld(), teaHeld(), requested())
                .expectDispatchedCommands(
                        new ReleaseReservation(MUGS, MUG_HELD, 0),
                        new ReleaseReservation(TEA, TEA_HELD, 0),
                        new VoidPayment(CARD));
    }

    @Test
    void an_authorization_that_comes_after_that_changes_nothing() throws Exception {
        saga.after(placed(), mugsHeld(), teaHeld(), requested())
                .andThenTimeElapses(Duration.ofSeconds(15 * 60 + 5))
                .whenPublishingA(authorized())
                .expectNoDispatchedCommands();
    }

    @Test
    void a_step_without_outcome_is_taken_again_under_another_name_and_is_overdue() {
        saga.late(Duration.ofSeconds(65), placed(), mugsHeld())
                .expectDispatchedCommands(new ReserveStock(TEA, TEA_HELD, 5));
        assertThat(saga.names).last().asString().endsWith("/reserve-2-MAIN-again-1");
        assertThat(saga.lastReport().overdue()).isEqualTo(1);
    }

    @Test
    void undoing_is_taken_again_until_it_succeeded() {
        saga.late(Duration.ofMinutes(10), placed(), noTea(0), mugsHeld()).expectActiveSagas(1);
        assertThat(saga.names.stream().filter(name -> name.contains("release-1-MAIN")))
                .hasSizeGreaterThan(3);
        assertThat(saga.lastReport().overdue()).isGreaterThan(2);
    }
}
