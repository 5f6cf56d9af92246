package io.waybill.saga.fulfilment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.waybill.contract.inventory.ReleaseReservation;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReserveStock;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.saga.fulfilment.Holding.Status;
import io.waybill.saga.step.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Carries one order from placed to confirmed or rejected.
 *
 * <pre>
 *  doing      on                                then
 *  –          OrderPlaced                       reserve every group at its first warehouse → RESERVING
 *  RESERVING  a warehouse has too little        ask the group's next one
 *  RESERVING  all groups held                   request the payment → PAYING
 *  RESERVING  all settled, some short           release what is held → UNDOING
 *  PAYING     PaymentAuthorized                 confirm the order → CONFIRMING
 *  PAYING     PaymentDeclined                   release what is held, void what may be held → UNDOING
 *  UNDOING    all released and voided           reject the order, with the reasons → REJECTING
 *  any        OrderConfirmed, OrderRejected     end
 * </pre>
 *
 * It goes on by events alone: what its commands answer does not matter, because both outcomes of each are events.
 */
@Saga
@ProcessingGroup("fulfilment")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public class Fulfilment {
    private @Nullable Order order;
    // Not final: what is read back from the store is set here.
    private Map<Integer, Holding> holdings = new TreeMap<>();
    private List<Rejection> reasons = new ArrayList<>();
    private boolean voiding;

    /** What of the order is needed until its end; its lines are not. */
    private record Order(OrderId orderId, PaymentId paymentId, Money total, String cardToken) {}

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderPlaced event, Steps steps) {
        order = new Order(event.orderId(), event.paymentId(), event.total(), event.cardToken());
        event.groups().forEach(group -> holdings.put(group.number(), Holding.of(group)));
        holdings.values().stream()
                .filter(holding -> holding.status() == Status.ASKED)
                .forEach(holding -> ask(holding, steps));
        goOn(steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(StockReserved event, Steps steps) {
        holdings.computeIfPresent(event.reservation().group(), (group, holding) -> holding.with(Status.HELD));
        goOn(steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(StockReservationRejected event, Steps steps) {
        Holding next = Objects.requireNonNull(
                holdings.computeIfPresent(event.reservation().group(), (group, holding) -> holding.next()),
                "a reservation of this order");
        if (next.status() == Status.ASKED) {
            ask(next, steps);
        }
        goOn(steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentAuthorized event, Steps steps) {
        steps.take(step("confirm"), new ConfirmOrder(event.orderId()));
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentDeclined event, Steps steps) {
        boolean unanswered = event.reason() == DeclineReason.NOT_ANSWERED;
        Rejection.Reason reason =
                unanswered ? Rejection.Reason.PAYMENT_NOT_ANSWERED : Rejection.Reason.PAYMENT_DECLINED;
        reasons.add(new Rejection(reason, null, event.detail()));
        if (unanswered) {
            voiding = true;
            steps.take(step("void"), new VoidPayment(event.paymentId()));
        }
        undo(steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(ReservationReleased event, Steps steps) {
        holdings.computeIfPresent(event.reservation().group(), (group, holding) -> holding.with(Status.RELEASED));
        rejectWhenUndone(steps);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentVoided event, Steps steps) {
        voiding = false;
        rejectWhenUndone(steps);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderConfirmed event) {
        // Held and paid: the order is on its way.
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderRejected event) {
        // Everything was undone before.
    }

    private void goOn(Steps steps) {
        if (any(Status.ASKED)) {
            return;
        }
        if (any(Status.SHORT)) {
            holdings.values().stream()
                    .filter(holding -> holding.status() == Status.SHORT)
                    .forEach(holding -> reasons.add(shortOf(holding)));
            undo(steps);
        } else {
            PaymentId payment = order().paymentId();
            steps.take(
                    step("pay"), new RequestPayment(payment, order().orderId(), order().total(), order().cardToken()));
        }
    }

    private void undo(Steps steps) {
        holdings.replaceAll((group, holding) -> {
            if (holding.status() != Status.HELD) {
                return holding;
            }
            ReservationId reservation = holding.reservation(order().orderId());
            steps.take(step("release-" + group), new ReleaseReservation(holding.stock(), reservation));
            return holding.with(Status.RELEASING);
        });
        rejectWhenUndone(steps);
    }

    private void rejectWhenUndone(Steps steps) {
        if (!any(Status.RELEASING) && !voiding) {
            steps.take(step("reject"), new RejectOrder(order().orderId(), reasons));
        }
    }

    private void ask(Holding holding, Steps steps) {
        steps.take(
                step("reserve-" + holding.group().number() + "-" + holding.source()),
                new ReserveStock(
                        holding.stock(),
                        holding.reservation(order().orderId()),
                        holding.group().quantity()));
    }

    private static Rejection shortOf(Holding holding) {
        int warehouses = holding.group().sources().size();
        return new Rejection(
                Rejection.Reason.SHORT_STOCK,
                holding.group().sku(),
                "none of " + warehouses + " warehouses had " + holding.group().quantity() + " of "
                        + holding.group().sku());
    }

    private boolean any(Status status) {
        return holdings.values().stream().anyMatch(holding -> holding.status() == status);
    }

    private String step(String name) {
        return "fulfilment/" + order().orderId() + "/" + name;
    }

    private Order order() {
        return Objects.requireNonNull(order, "a fulfilment begins with its order");
    }
}
