package io.waybill.saga.fulfilment.state;

import static io.waybill.saga.fulfilment.state.Goods.MAIN;
import static io.waybill.saga.fulfilment.state.Goods.MUG;
import static io.waybill.saga.fulfilment.state.Goods.SPARE;
import static io.waybill.saga.fulfilment.state.Goods.TEA;
import static io.waybill.saga.fulfilment.state.Goods.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.saga.fulfilment.state.Former.Holding;
import io.waybill.saga.fulfilment.state.Former.Status;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What becomes of an order of two mugs and five teas that an earlier release was carrying. */
class FormerTest {
    private static final OrderId ORDER = new OrderId(new UUID(1, 2));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(1, 3));
    private static final Money TOTAL = Money.parse("GBP 9.00");
    private static final StockKey MUGS = new StockKey(MUG, SPARE);
    private static final StockKey TEAS = new StockKey(TEA, MAIN);
    private static final ReservationId MUG_HELD = new ReservationId(ORDER, 1);
    private static final ReservationId TEA_HELD = new ReservationId(ORDER, 2);

    @Test
    void a_warehouse_that_has_not_answered_is_asked_again_and_no_payment_before_that() {
        assertThat(wanted(read(Status.HELD, Status.ASKED))).containsExactly(new ReserveStock(TEAS, TEA_HELD, 5));
    }

    @Test
    void one_that_said_no_before_is_not_asked_again_for_all_of_it() {
        FulfilmentState state = read(Status.ASKED, Status.HELD);
        assertThat(wanted(state)).containsExactly(new ReserveStock(MUGS, MUG_HELD, 2));

        FulfilmentState given =
                Course.advance(StockNews.after(state, new StockReservationRejected(MUGS, MUG_HELD, 2, 0)));
        assertThat(wanted(given)).containsExactly(new ReleaseReservation(TEAS, TEA_HELD, 0));
    }

    @Test
    void one_of_which_all_is_held_is_paid_and_confirmed_and_then_ends_because_its_lines_were_not_kept() {
        FulfilmentState paying = read(Status.HELD, Status.HELD);
        assertThat(wanted(paying))
                .containsExactly(new RequestPayment(PAYMENT, ORDER, TOTAL, PaymentMeans.card("tok_approve")));

        FulfilmentState paid =
                Course.advance(PaymentNews.after(paying, new PaymentAuthorized(PAYMENT, ORDER, TOTAL, "auth_1")));
        assertThat(wanted(paid)).containsExactly(new ConfirmOrder(ORDER, 0));

        FulfilmentState confirmed = Course.advance(OrderNews.after(paid, new OrderConfirmed(ORDER)));
        assertThat(confirmed.hasEnded()).isTrue();
        assertThat(confirmed.reasons()).containsExactly("it is not shipped: its lines were not kept");
    }

    @Test
    void one_that_was_being_undone_is_undone() {
        Former.Reasons why = new Former.Reasons();
        why.add(new Rejection(Rejection.Reason.PAYMENT_DECLINED, null, "no funds"));
        FulfilmentState state = Former.state(order(), holdings(Status.RELEASING, Status.RELEASED), why, true);

        assertThat(wanted(Course.advance(state)))
                .containsExactly(new ReleaseReservation(MUGS, MUG_HELD, 0), new VoidPayment(PAYMENT));
        assertThat(state.reasons()).containsExactly("PAYMENT_DECLINED: no funds");
    }

    @Test
    void one_that_every_warehouse_refused_is_given_up() {
        assertThat(wanted(read(Status.SHORT, Status.HELD))).containsExactly(new ReleaseReservation(TEAS, TEA_HELD, 0));
    }

    private static FulfilmentState read(Status mugs, Status teas) {
        return Course.advance(Former.state(order(), holdings(mugs, teas), null, false));
    }

    private static Former.Order order() {
        return new Former.Order(ORDER, PAYMENT, TOTAL, "tok_approve");
    }

    /** The mugs were not at the first of their warehouses. */
    private static Former.Holdings holdings(Status mugs, Status teas) {
        Former.Holdings holdings = new Former.Holdings();
        holdings.put(1, new Holding(group(1, MUG, 2, MAIN, SPARE), 1, mugs));
        holdings.put(2, new Holding(group(2, TEA, 5, MAIN), 0, teas));
        return holdings;
    }

    private static List<Object> wanted(FulfilmentState state) {
        return Commands.wanted(state).stream().map(Commands.Wanted::command).toList();
    }
}
