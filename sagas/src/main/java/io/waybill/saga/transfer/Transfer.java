package io.waybill.saga.transfer;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldRejection;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.saga.deadline.Alarms;
import io.waybill.saga.progress.SagaKind;
import io.waybill.saga.transfer.Course.Doing;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * Carries one transfer to its end.
 *
 * <pre>
 *  doing      on                              then
 *  –          TransferRequested               hold the amount on the source → HOLDING
 *  HOLDING    FundsHeld                       settle: source and target change at once → SETTLING
 *  HOLDING    HoldRejected                    fail the transfer → FAILING
 *  SETTLING   TransferRefused by the target   release the hold → RELEASING
 *  RELEASING  HoldReleased                    fail the transfer → FAILING
 *  HOLDING,   the last deadline passed        release what is held, or may come to be → RELEASING
 *  SETTLING
 *  any        a deadline passed               the same step again
 *  any        TransferCompleted, ~Failed      end
 * </pre>
 *
 * Giving up is safe at every point: a hold that is released is never made or captured afterwards, so the transfer was
 * settled before, and then TransferCompleted is on its way and ends it, or it never will be.
 *
 * <p>It has one alarm, which is set anew when it rings too early, because most steps take less than a second. Which number
 * rings tells the alarm from an older one, or from itself met twice; those do nothing.
 */
@Saga
@ProcessingGroup("transfer")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public class Transfer {
    /** The deadline of a step. */
    static final String ALARM = "transfer-alarm";

    private @Nullable Course course;
    private int alarm;
    private Instant alarmAt = Instant.EPOCH;

    @StartSaga
    @SagaEventHandler(associationProperty = "transferId")
    void on(TransferRequested event, Turns turns, DeadlineManager deadlines, @Timestamp Instant at) {
        SagaLifecycle.associateWith("hold", event.transferId().toString());
        course = turns.take(Course.of(event, at), at);
        scheduleAlarm(deadlines);
    }

    @SagaEventHandler(associationProperty = "hold")
    void on(FundsHeld event, Turns turns, @Timestamp Instant at) {
        if (course().doing() == Doing.HOLDING) {
            course = turns.take(course().settle(at), at);
        }
    }

    @SagaEventHandler(associationProperty = "hold")
    void on(HoldRejected event, Turns turns, @Timestamp Instant at) {
        if (course().doing() == Doing.HOLDING) {
            course = turns.take(course().fail(failure(event.reason()), at, null), at);
        }
    }

    @SagaEventHandler(associationProperty = "transferId")
    void on(TransferRefused event, Turns turns, @Timestamp Instant at) {
        if (course().doing() == Doing.SETTLING) {
            course = turns.take(course().release(event.reason(), at), at);
        }
    }

    @SagaEventHandler(associationProperty = "hold")
    void on(HoldReleased event, Turns turns, @Timestamp Instant at) {
        if (course().doing() == Doing.RELEASING) {
            String givenBack = event.amount().isZero() ? null : event.amount() + " to wallet " + event.walletId();
            course = turns.take(course().fail(course().why(), at, givenBack), at);
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "transferId")
    void on(TransferCompleted event, Turns turns, @Timestamp Instant at) {
        turns.end(course(), "COMPLETED", at);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "transferId")
    void on(TransferFailed event, Turns turns, @Timestamp Instant at) {
        turns.end(course(), "FAILED", at);
    }

    @DeadlineHandler(deadlineName = ALARM)
    void ring(Integer number, Turns turns, DeadlineManager deadlines) {
        if (number == alarm) {
            if (!course().dueAt().isAfter(Turns.notBefore(alarmAt))) {
                course = turns.take(turns.overdue(course(), Turns.notBefore(alarmAt)), alarmAt);
            }
            scheduleAlarm(deadlines);
        }
    }

    /** An operator does not want to wait for the deadline. */
    @DeadlineHandler(deadlineName = SagaKind.RETRY)
    void retry(String transfer, Turns turns) {
        course = turns.take(course().again(false), course().since());
    }

    private void scheduleAlarm(DeadlineManager deadlines) {
        alarm++;
        alarmAt = course().dueAt();
        deadlines.schedule(alarmAt, ALARM, Alarms.message(alarm, course().transfer(), alarmAt));
    }

    private static TransferFailure failure(HoldRejection reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> TransferFailure.INSUFFICIENT_FUNDS;
            case OTHER_CURRENCY -> TransferFailure.OTHER_CURRENCY;
            case CLOSED -> TransferFailure.SOURCE_CLOSED;
        };
    }

    private Course course() {
        return Objects.requireNonNull(course, "a transfer begins with its request");
    }
}
