package io.waybill.saga.transfer;

import io.waybill.contract.wallet.TransferFailure;
import io.waybill.saga.progress.Progress;
import io.waybill.saga.progress.Report;
import io.waybill.saga.step.Steps;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/** Takes a transfer's steps and reports where it stands. */
final class Turns {
    private final Steps steps;
    private final Progress progress;
    private final TransferSettings settings;

    Turns(Steps steps, Progress progress, TransferSettings settings) {
        this.steps = steps;
        this.progress = progress;
        this.settings = settings;
    }

    /**
     * Takes the step that the course has come to, and says when it is due.
     *
     * @param at when that for which it is taken happened
     */
    Course take(Course course, Instant at) {
        steps.take(course.step(), course.command());
        Course due = course.due(notBefore(at).plus(settings.patience(course.overdue())));
        report(due, due.doing().name(), due.waitsFor(), due.dueAt(), null);
        return due;
    }

    /** What to do with a step that had no outcome in time: the same again, or give the transfer up. */
    Course overdue(Course course, Instant at) {
        return course.doing().canBeGivenUp() && course.overdue() + 1 >= settings.tries()
                ? course.release(TransferFailure.NOT_ANSWERED, at)
                : course.again(true);
    }

    /**
     * The time now, because an event may have waited long to be handled; but no earlier than what is handled, whatever the
     * clock says.
     */
    static Instant notBefore(Instant at) {
        Instant now = GenericEventMessage.clock.instant();
        return now.isBefore(at) ? at : now;
    }

    void end(Course course, String how, Instant at) {
        report(course, how, null, null, at);
    }

    private void report(
            Course course, String step, @Nullable String waitsFor, @Nullable Instant dueAt, @Nullable Instant endedAt) {
        progress.record(new Report(
                TransferConfiguration.TYPE,
                course.transfer().toString(),
                step,
                endedAt == null ? course.since() : endedAt,
                waitsFor,
                dueAt,
                course.overdue(),
                Stream.ofNullable(course.undone()).toList(),
                course.reason() == null ? List.of() : List.of(course.reason().name()),
                endedAt));
    }
}
