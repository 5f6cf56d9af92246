package io.waybill.saga.fulfilment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.saga.fulfilment.state.Course;
import io.waybill.saga.fulfilment.state.Former;
import io.waybill.saga.fulfilment.state.FulfilmentState;
import io.waybill.saga.fulfilment.state.OrderNews;
import io.waybill.saga.fulfilment.state.PaymentNews;
import io.waybill.saga.fulfilment.state.ShipmentNews;
import io.waybill.saga.fulfilment.state.StockNews;
import io.waybill.saga.progress.SagaKind;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Carries one order from placed to its end.
 *
 * <pre>
 *  stage       waits for                        then
 *  –           OrderPlaced                      → FILLING
 *  FILLING     warehouses, one after the other  all held → PAYING; short → AMENDING if that helps, else UNDOING
 *  PAYING      payments                         all authorized → CONFIRMING, or SHIPPING if it was confirmed before;
 *                                               declined, or undecided at the deadline → AMENDING or UNDOING
 *  CONFIRMING  OrderConfirmed                   one shipment for each warehouse → SHIPPING
 *  AMENDING    OrderAmended                     → FILLING
 *  SHIPPING    shipments                        left: ship its reservations, capture its share; after the last, void the
 *                                               rest. Lost: refund or send again. All arrived or refunded → FINISHING
 *  FINISHING   OrderDelivered, OrderClosed      → DELIVERED, or CLOSED where everything was lost
 *  DELIVERED   the return window, open returns  both over → CLOSING
 *  CLOSING     OrderClosed                      → CLOSED
 *  UNDOING     all released, voided, withdrawn  → REJECTING
 *  REJECTING   OrderRejected                    → CLOSED
 *  any         OrderAmended, nothing left yet   what is held stays until the new is held and paid → FILLING
 *  any         OrderCancelled                   → CANCELLED: all released, voided, withdrawn → end
 *  CLOSED      captures, voids, refunds         all settled → end
 * </pre>
 *
 * It goes on by events alone: what its commands answer does not matter, because both outcomes of each are events. What is
 * still wanted when a deadline passes is sent again, as often as it takes, except what the table says of payments and of
 * the return window. What it does is decided in {@link Course} and {@link io.waybill.saga.fulfilment.state.Commands};
 * here it is only kept.
 */
@Saga
@ProcessingGroup("fulfilment")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public class Fulfilment {
    private @Nullable FulfilmentState state;
    private Pace pace = Pace.START;

    /** For Axon, which then hands over the order. */
    public Fulfilment() {}

    /** As it was stored; by releases that knew nothing of shipments, in the shape of {@link Former}. */
    @JsonCreator
    static Fulfilment stored(
            @JsonProperty("state") @Nullable FulfilmentState state,
            @JsonProperty("pace") @Nullable Pace pace,
            @JsonProperty("order") Former.@Nullable Order order,
            @JsonProperty("holdings") Former.@Nullable Holdings holdings,
            @JsonProperty("reasons") Former.@Nullable Reasons reasons,
            @JsonProperty("voiding") @Nullable Boolean voiding) {
        Fulfilment read = new Fulfilment();
        read.pace = pace == null ? Pace.START : pace;
        read.state = state == null && order != null
                ? Former.state(order, holdings, reasons, Boolean.TRUE.equals(voiding))
                : state;
        return read;
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderPlaced event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        if (state == null) {
            goOn(FulfilmentState.of(event), turns, deadlines, at);
        }
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderEvent event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        goOn(OrderNews.after(state(), event), turns, deadlines, at);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(StockReserved event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        goOn(StockNews.after(state(), event), turns, deadlines, at);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(StockReservationRejected event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        goOn(StockNews.after(state(), event), turns, deadlines, at);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(ReservationReleased event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        goOn(StockNews.after(state(), event), turns, deadlines, at);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(ReservationShipped event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        goOn(StockNews.after(state(), event), turns, deadlines, at);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(PaymentEvent event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        goOn(PaymentNews.after(state(), event), turns, deadlines, at);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(ShipmentEvent event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        goOn(ShipmentNews.after(state(), event), turns, deadlines, at);
    }

    /** An alarm that is not the last one set, or rings a second time, does nothing. */
    @DeadlineHandler(deadlineName = Turns.ALARM)
    void ring(Integer alarm, Turns turns, DeadlineManager deadlines) {
        Instant at = pace.alarmAt();
        if (alarm != pace.alarms() || at == null) {
            return;
        }
        pace = pace.rung();
        if (!pace.isDue(at)) {
            pace = turns.rearm(state(), pace, deadlines);
            return;
        }
        state = Course.advance(Course.overdue(state(), Objects.requireNonNull(pace.step(), "what is due")));
        pace = turns.again(state, pace, deadlines, at, true);
        endIfDone();
    }

    /** An operator does not want to wait for the deadline; which is set anew, should it have got lost. */
    @DeadlineHandler(deadlineName = SagaKind.RETRY)
    void retry(String order, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        state = Course.advance(Course.again(state()));
        pace = turns.again(state, pace.rung(), deadlines, at, false);
        endIfDone();
    }

    private void goOn(FulfilmentState next, Turns turns, DeadlineManager deadlines, Instant at) {
        state = Course.advance(next);
        pace = turns.next(state, pace, deadlines, at);
        endIfDone();
    }

    private void endIfDone() {
        if (state().hasEnded()) {
            SagaLifecycle.end();
        }
    }

    private FulfilmentState state() {
        return Objects.requireNonNull(state, "a fulfilment begins with its order");
    }
}
