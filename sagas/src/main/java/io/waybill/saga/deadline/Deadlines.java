package io.waybill.saga.deadline;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;

/**
 * Axon's task for deadlines, except that one that failed is met again soon: Axon's own would wait for five minutes. It is
 * tried until it succeeds, because behind it a saga waits.
 */
final class Deadlines extends OneTimeTask<DbSchedulerBinaryDeadlineDetails> {
    private final Task<DbSchedulerBinaryDeadlineDetails> deadlines;

    Deadlines(Task<DbSchedulerBinaryDeadlineDetails> deadlines, Duration retryAfter) {
        super(
                deadlines.getName(),
                DbSchedulerBinaryDeadlineDetails.class,
                new FailureHandler.OnFailureRetryLater<>(retryAfter));
        this.deadlines = deadlines;
    }

    @Override
    public void executeOnce(TaskInstance<DbSchedulerBinaryDeadlineDetails> deadline, ExecutionContext context) {
        deadlines.execute(deadline, context);
    }
}
