package io.waybill.saga.returns;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnClosed;
import io.waybill.contract.returns.ReturnDeclined;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRefundRetried;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.saga.progress.SagaKind;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Carries one return from the request to the refund.
 *
 * <pre>
 *  doing      on                            then
 *  –          ReturnRequested               wait for a decision → UNDECIDED
 *  UNDECIDED  no decision in time           decline it
 *  UNDECIDED  ReturnDeclined                settle with the order: nothing came → SETTLING
 *  UNDECIDED  ReturnApproved                wait for the pieces → EXPECTED
 *  EXPECTED   nothing in time               close it: not received
 *  EXPECTED   ReturnReceived                restock what can be sold, refund what came → REFUNDING
 *  REFUNDING  some of it is refused         have it paid into the fallback wallet
 *  REFUNDING  no wallet takes it            wait for a person → STUCK
 *  STUCK      ReturnRefundRetried, retry    ask the order's payments anew → REFUNDING
 *  STUCK      it was refunded after all     → REFUNDING
 *  REFUNDING  restocked and refunded        close it: refunded → CLOSING
 *  any        ReturnClosed                  settle with the order: what came → SETTLING
 *  SETTLING   OrderReturnSettled            end
 * </pre>
 *
 * The order is settled last, because it may be closed once no return is open. What came damaged is written off, which
 * means that it is not restocked: nobody counts it. What was never captured is noted, and paid to nobody. A step that has had no outcome in time is taken again; a deadline
 * that comes late finds that the return has gone on.
 */
@Saga
@ProcessingGroup("returns")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public class Returning {
    private @Nullable ReturnState state;
    private @Nullable Pace pace;

    @StartSaga
    @SagaEventHandler(associationProperty = "returnId")
    void on(ReturnRequested event, @Timestamp Instant at, ReturnSteps steps) {
        goOn(ReturnState.requested(event), at, steps);
    }

    @SagaEventHandler(associationProperty = "returnId")
    void on(ReturnDeclined event, @Timestamp Instant at, ReturnSteps steps) {
        goOn(state().because(event.reason()).with(Stage.SETTLING), at, steps);
    }

    @SagaEventHandler(associationProperty = "returnId")
    void on(ReturnApproved event, @Timestamp Instant at, ReturnSteps steps) {
        goOn(state().with(Stage.EXPECTED), at, steps);
    }

    @SagaEventHandler(associationProperty = "returnId")
    void on(ReturnReceived event, @Timestamp Instant at, ReturnSteps steps) {
        goOn(state().received(event), at, steps);
    }

    @SagaEventHandler(associationProperty = "returnId")
    void on(ReturnRestocked event, @Timestamp Instant at, ReturnSteps steps) {
        goOn(state().restocked(event), at, steps);
    }

    @SagaEventHandler(associationProperty = "refund")
    void on(OrderRefundRequested event, @Timestamp Instant at, ReturnSteps steps) {
        Refund refund = state().refunding();
        if (refund.status() == Refund.Status.ASKED && refund.id().equals(event.refund())) {
            ReturnState noted = event.uncovered().isZero()
                    ? state()
                    : state().because(event.uncovered() + " is not refunded: it was never captured");
            goOn(noted.with(refund.divided(event)), at, steps);
        }
    }

    @SagaEventHandler(associationProperty = "refund")
    void on(PaymentRefunded event, @Timestamp Instant at, ReturnSteps steps) {
        Refund refund = state().refunding();
        if (refund.awaits(event.refund(), event.paymentId())) {
            goOn(state().with(refund.given(event.paymentId())), at, steps);
        } else if (refund.status() == Refund.Status.STUCK) {
            goOn(state().with(refund.givenLate(event.amount())), at, steps);
        }
    }

    @SagaEventHandler(associationProperty = "refund")
    void on(RefundRefused event, @Timestamp Instant at, ReturnSteps steps) {
        Refund refund = state().refunding();
        if (refund.awaits(event.refund(), event.paymentId())) {
            Refund refused = refund.refused(event.paymentId(), event.amount());
            goOn(state().because("refund refused: " + event.detail()).with(refused), at, steps);
        }
    }

    @SagaEventHandler(associationProperty = "returnId")
    void on(ReturnRefundRetried event, @Timestamp Instant at, ReturnSteps steps) {
        ReturnState named = state().fallingBackOn(event.fallback());
        Refund refund = named.refunding();
        // Only what nobody takes is asked for anew: what is under way would otherwise be given twice.
        goOn(refund.status() == Refund.Status.STUCK ? named.with(refund.again()) : named, at, steps);
    }

    @SagaEventHandler(associationProperty = "returnId")
    void on(ReturnClosed event, @Timestamp Instant at, ReturnSteps steps) {
        goOn(state().with(Stage.SETTLING), at, steps);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "returnId")
    void on(OrderReturnSettled event, @Timestamp Instant at, ReturnSteps steps) {
        goOn(state().with(Stage.SETTLED), at, steps);
    }

    /** @param waited the stage that it was set for */
    @DeadlineHandler(deadlineName = ReturnSteps.DUE)
    void due(String waited, @Timestamp Instant at, ReturnSteps steps) {
        if (state().stage().name().equals(waited)) {
            pace = steps.again(state(), pace(), at, true);
        }
    }

    @DeadlineHandler(deadlineName = SagaKind.RETRY)
    void retry(String returnId, @Timestamp Instant at, ReturnSteps steps) {
        if (state().stage() == Stage.STUCK) {
            goOn(state().with(state().refunding().again()), at, steps);
        } else {
            pace = steps.again(state(), pace(), at, false);
        }
    }

    private void goOn(ReturnState next, Instant at, ReturnSteps steps) {
        state = next;
        if (next.refund() != null) {
            // Harmless when it is so already.
            associateWith("refund", next.refund().id().toString());
        }
        pace = steps.next(next, pace, at);
    }

    private ReturnState state() {
        return Objects.requireNonNull(state, "a return begins with its request");
    }

    private Pace pace() {
        return Objects.requireNonNull(pace, "a return begins with its request");
    }
}
