package io.waybill.saga.deadline;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.axonframework.serialization.Serializer;

/**
 * Axon's task for deadlines, except that one that failed is met again soon: Axon's own would wait for five minutes. It is
 * tried until it succeeds, because behind it a saga waits. And one waits while what was recorded before it was due is
 * {@link Unread}.
 */
final class Deadlines extends OneTimeTask<DbSchedulerBinaryDeadlineDetails> {
    private final Task<DbSchedulerBinaryDeadlineDetails> deadlines;
    private final Serializer serializer;
    private final Supplier<Unread> unread;

    Deadlines(
            Task<DbSchedulerBinaryDeadlineDetails> deadlines,
            Duration retryAfter,
            Serializer serializer,
            Supplier<Unread> unread) {
        super(
                deadlines.getName(),
                DbSchedulerBinaryDeadlineDetails.class,
                new FailureHandler.OnFailureRetryLater<>(retryAfter));
        this.deadlines = deadlines;
        this.serializer = serializer;
        this.unread = unread;
    }

    @Override
    public CompletionHandler<DbSchedulerBinaryDeadlineDetails> execute(
            TaskInstance<DbSchedulerBinaryDeadlineDetails> deadline, ExecutionContext context) {
        return wait(deadline.getData())
                .<CompletionHandler<DbSchedulerBinaryDeadlineDetails>>map(time -> (done, operations) ->
                        operations.reschedule(done, done.getTimeDone().plus(time)))
                .orElseGet(() -> super.execute(deadline, context));
    }

    private Optional<Duration> wait(DbSchedulerBinaryDeadlineDetails details) {
        DeadlineMessage<?> message = details.asDeadLineMessage(serializer);
        return details.getDeserializedScopeDescriptor(serializer) instanceof SagaScopeDescriptor saga
                ? Alarms.due(message).flatMap(due -> unread.get().wait(saga.getType(), due))
                : Optional.empty();
    }

    @Override
    public void executeOnce(TaskInstance<DbSchedulerBinaryDeadlineDetails> deadline, ExecutionContext context) {
        deadlines.execute(deadline, context);
    }
}
