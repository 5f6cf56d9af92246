package io.waybill.saga.fulfilment;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.saga.step.Steps;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.test.saga.SagaTestFixture;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final StockKey MUGS = StockKey.of("MUG@MAIN");
    private static final StockKey MUGS_ELSEWHERE = StockKey.of("MUG@SPARE");
    private static final StockKey TEA = StockKey.of("TEA@MAIN");
    private static final ReservationId MUG_HELD = new ReservationId(ORDER, 1);
    private static final ReservationId TEA_HELD = new ReservationId(ORDER, 2);
    private static final Money TOTAL = Money.parse("GBP 9.00");
    private static final Rejection NO_TEA =
            new Rejection(Rejection.Reason.SHORT_STOCK, Sku.of("TEA"), "none of 1 warehouses had 5 of TEA");

    private final SagaTestFixture<Fulfilment> saga = new SagaTestFixture<>(Fulfilment.class);

    @BeforeEach
    void steps() {
        saga.registerResource(new Steps() {
            @Override
            public void take(String name, Object command) {
                saga.getCommandBus().dispatch(asCommandMessage(command));
            }

            @Override
            public void takeAfter(Supplier<Step> call) {
                throw new AssertionError("a fulfilment calls nobody");
            }
        });
    }

    @Test
    void a_placed_order_reserves_every_group_at_its_first_warehouse() {
        saga.givenNoPriorActivity()
                .whenPublishingA(placed())
                .expectActiveSagas(1)
                .expectDispatchedCommands(new ReserveStock(MUGS, MUG_HELD, 2), new ReserveStock(TEA, TEA_HELD, 5));
    }

    @Test
    void it_waits_until_all_is_held() {
        saga.givenAPublished(placed())
                .whenPublishingA(mugsHeld())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void when_all_is_held_the_payment_is_requested() {
        saga.givenAPublished(placed())
                .andThenAPublished(mugsHeld())
                .whenPublishingA(teaHeld())
                .expectDispatchedCommands(new RequestPayment(PAYMENT, ORDER, TOTAL, "tok_approve"));
    }

    @Test
    void an_authorized_payment_confirms_the_order() {
        saga.givenAPublished(placed())
                .andThenAPublished(mugsHeld())
                .andThenAPublished(teaHeld())
                .whenPublishingA(new PaymentAuthorized(PAYMENT, ORDER, TOTAL, "auth_1"))
                .expectDispatchedCommands(new ConfirmOrder(ORDER));
    }

    @Test
    void a_confirmed_order_ends_it() {
        saga.givenAPublished(placed())
                .whenPublishingA(new OrderConfirmed(ORDER))
                .expectActiveSagas(0);
    }

    @Test
    void a_rejected_order_ends_it() {
        saga.givenAPublished(placed())
                .whenPublishingA(new OrderRejected(ORDER, List.of(NO_TEA)))
                .expectActiveSagas(0);
    }

    @Test
    void a_warehouse_that_has_too_little_is_followed_by_the_next() {
        saga.givenAPublished(placed())
                .whenPublishingA(new StockReservationRejected(MUGS, MUG_HELD, 2, 1))
                .expectDispatchedCommands(new ReserveStock(MUGS_ELSEWHERE, MUG_HELD, 2));
    }

    @Test
    void what_the_next_warehouse_holds_counts() {
        saga.givenAPublished(placed())
                .andThenAPublished(new StockReservationRejected(MUGS, MUG_HELD, 2, 1))
                .andThenAPublished(teaHeld())
                .whenPublishingA(new StockReserved(MUGS_ELSEWHERE, MUG_HELD, 2))
                .expectDispatchedCommands(new RequestPayment(PAYMENT, ORDER, TOTAL, "tok_approve"));
    }

    @Test
    void short_stock_waits_for_the_other_groups_before_anything_is_undone() {
        saga.givenAPublished(placed())
                .whenPublishingA(teaShort())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void short_stock_releases_what_was_held_and_then_rejects() {
        saga.givenAPublished(placed())
                .andThenAPublished(teaShort())
                .whenPublishingA(mugsHeld())
                .expectDispatchedCommands(new ReleaseReservation(MUGS, MUG_HELD));
    }

    @Test
    void the_order_is_rejected_when_all_is_released() {
        saga.givenAPublished(placed())
                .andThenAPublished(teaShort())
                .andThenAPublished(mugsHeld())
                .whenPublishingA(new ReservationReleased(MUGS, MUG_HELD, 2))
                .expectDispatchedCommands(new RejectOrder(ORDER, List.of(NO_TEA)));
    }

    @Test
    void an_order_of_which_nothing_was_ever_stocked_is_rejected_at_once() {
        saga.givenNoPriorActivity()
                .whenPublishingA(placed(List.of(new LineGroup(1, Sku.of("TEA"), 5, List.of()))))
                .expectDispatchedCommands(new RejectOrder(
                        ORDER,
                        List.of(new Rejection(
                                Rejection.Reason.SHORT_STOCK, Sku.of("TEA"), "none of 0 warehouses had 5 of TEA"))));
    }

    @Test
    void a_declined_payment_releases_everything() {
        saga.givenAPublished(placed())
                .andThenAPublished(mugsHeld())
                .andThenAPublished(teaHeld())
                .whenPublishingA(new PaymentDeclined(PAYMENT, ORDER, DeclineReason.DECLINED, "no funds"))
                .expectDispatchedCommands(
                        new ReleaseReservation(MUGS, MUG_HELD), new ReleaseReservation(TEA, TEA_HELD));
    }

    @Test
    void a_declined_order_is_rejected_with_what_the_provider_said() {
        saga.givenAPublished(placed())
                .andThenAPublished(mugsHeld())
                .andThenAPublished(teaHeld())
                .andThenAPublished(new PaymentDeclined(PAYMENT, ORDER, DeclineReason.DECLINED, "no funds"))
                .andThenAPublished(new ReservationReleased(TEA, TEA_HELD, 5))
                .whenPublishingA(new ReservationReleased(MUGS, MUG_HELD, 2))
                .expectDispatchedCommands(new RejectOrder(
                        ORDER, List.of(new Rejection(Rejection.Reason.PAYMENT_DECLINED, null, "no funds"))));
    }

    @Test
    void a_payment_that_was_not_answered_is_voided_too() {
        saga.givenAPublished(placed())
                .andThenAPublished(mugsHeld())
                .andThenAPublished(teaHeld())
                .whenPublishingA(notAnswered())
                .expectDispatchedCommands(
                        new VoidPayment(PAYMENT),
                        new ReleaseReservation(MUGS, MUG_HELD),
                        new ReleaseReservation(TEA, TEA_HELD));
    }

    @Test
    void the_order_is_not_rejected_before_the_payment_is_voided() {
        saga.givenAPublished(placed())
                .andThenAPublished(mugsHeld())
                .andThenAPublished(teaHeld())
                .andThenAPublished(notAnswered())
                .andThenAPublished(new ReservationReleased(MUGS, MUG_HELD, 2))
                .whenPublishingA(new ReservationReleased(TEA, TEA_HELD, 5))
                .expectNoDispatchedCommands();
    }

    @Test
    void the_order_is_rejected_when_all_is_released_and_voided() {
        saga.givenAPublished(placed())
                .andThenAPublished(mugsHeld())
                .andThenAPublished(teaHeld())
                .andThenAPublished(notAnswered())
                .andThenAPublished(new ReservationReleased(MUGS, MUG_HELD, 2))
                .andThenAPublished(new ReservationReleased(TEA, TEA_HELD, 5))
                .whenPublishingA(new PaymentVoided(PAYMENT, ORDER))
                .expectDispatchedCommands(new RejectOrder(
                        ORDER, List.of(new Rejection(Rejection.Reason.PAYMENT_NOT_ANSWERED, null, "silence"))));
    }

    private static OrderPlaced placed() {
        return placed(List.of(
                new LineGroup(1, Sku.of("MUG"), 2, List.of(MUGS.warehouse(), MUGS_ELSEWHERE.warehouse())),
                new LineGroup(2, Sku.of("TEA"), 5, List.of(WarehouseId.of("MAIN")))));
    }

    private static OrderPlaced placed(List<LineGroup> groups) {
        return new OrderPlaced(
                ORDER,
                PAYMENT,
                null,
                null,
                new ShippingAddress(null, null, null, null, "Norway"),
                List.of(new OrderLine(1, Sku.of("MUG"), "A mug", 2, BigMoney.parse("GBP 4.50"))),
                groups,
                TOTAL,
                "tok_approve",
                Instant.parse("2011-01-05T10:15:00Z"));
    }

    private static StockReserved mugsHeld() {
        return new StockReserved(MUGS, MUG_HELD, 2);
    }

    private static StockReserved teaHeld() {
        return new StockReserved(TEA, TEA_HELD, 5);
    }

    private static StockReservationRejected teaShort() {
        return new StockReservationRejected(TEA, TEA_HELD, 5, 4);
    }

    private static PaymentDeclined notAnswered() {
        return new PaymentDeclined(PAYMENT, ORDER, DeclineReason.NOT_ANSWERED, "silence");
    }
}
