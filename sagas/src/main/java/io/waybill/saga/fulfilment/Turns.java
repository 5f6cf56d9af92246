package io.waybill.saga.fulfilment;

import io.waybill.saga.deadline.Alarms;
import io.waybill.saga.fulfilment.state.Commands;
import io.waybill.saga.fulfilment.state.FulfilmentState;
import io.waybill.saga.fulfilment.state.Waiting;
import io.waybill.saga.progress.Progress;
import io.waybill.saga.progress.Report;
import io.waybill.saga.step.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a fulfilment does with its state: takes the steps that are wanted and were not taken, sees to it that a deadline
 * comes, and reports.
 *
 * <p>A fulfilment has one alarm, which is set anew when it rings too early. Most of its steps take less than a second, and
 * a deadline for each would be written and taken back in vain. None is ever taken back: one that rings for an older
 * alarm, or when the saga has ended, does nothing.
 */
final class Turns {
    /** The deadline of a step. */
    static final String ALARM = "fulfilment-alarm";

    private final Steps steps;
    private final Progress progress;
    private final FulfilmentSettings settings;

    Turns(Steps steps, Progress progress, FulfilmentSettings settings) {
        this.steps = steps;
        this.progress = progress;
        this.settings = settings;
    }

    /** After an event: takes each new step. */
    Pace next(FulfilmentState state, Pace before, DeadlineManager deadlines, Instant at) {
        return alarm(state, take(state, before, at, false, before.overdue()), deadlines);
    }

    /** After a deadline or an operator's wish: takes every wanted step, under a new name. */
    Pace again(FulfilmentState state, Pace before, DeadlineManager deadlines, Instant at, boolean late) {
        Pace next = take(state, before.attempting(), at, true, before.overdue() + (late ? 1 : 0));
        return alarm(state, next, deadlines);
    }

    /** After an alarm that rang too early. */
    Pace rearm(FulfilmentState state, Pace before, DeadlineManager deadlines) {
        return alarm(state, before, deadlines);
    }

    private Pace take(FulfilmentState state, Pace before, Instant at, boolean again, int overdue) {
        List<Commands.Wanted> wanted = Commands.wanted(state);
        String prefix = "fulfilment/" + state.orderId() + "/";
        String suffix = again ? "-again-" + before.attempts() : "";
        wanted.stream()
                .filter(step -> again || !before.taken().contains(step.name()))
                .forEach(step -> steps.take(prefix + step.name() + suffix, step.command()));
        Pace taken = before.having(wanted.stream().map(Commands.Wanted::name).toList());
        Waiting waiting = Waiting.of(state);
        boolean moved = waiting.step() != before.step();
        Pace next = moved || overdue > before.overdue()
                ? taken.waiting(
                        waiting.step(),
                        moved ? at : before.since(),
                        moved ? 0 : overdue,
                        due(waiting.step(), moved ? 0 : overdue, at))
                : taken;
        report(state, next, waiting, at);
        return next;
    }

    /** From now on, if the event is from before the sagas were away: its outcome may be behind it. */
    private @Nullable Instant due(Waiting.For step, int overdue, Instant at) {
        Duration patience = settings.patience(step, overdue);
        Instant now = GenericEventMessage.clock.instant();
        return patience == null ? null : (now.isAfter(at) ? now : at).plus(patience);
    }

    private static Pace alarm(FulfilmentState state, Pace pace, DeadlineManager deadlines) {
        Instant due = pace.dueAt();
        Instant set = pace.alarmAt();
        boolean ringsInTime = due == null || (set != null && !set.isAfter(due));
        if (ringsInTime || due == null || state.hasEnded()) {
            return pace;
        }
        deadlines.schedule(due, ALARM, Alarms.message(pace.alarms() + 1, state.orderId(), due));
        return pace.alarmed(due);
    }

    private void report(FulfilmentState state, Pace pace, Waiting waiting, Instant at) {
        boolean ended = state.hasEnded();
        progress.record(new Report(
                FulfilmentConfiguration.TYPE,
                state.orderId().toString(),
                waiting.step().name(),
                pace.since(),
                ended ? null : waiting.what(),
                ended ? null : pace.dueAt(),
                pace.overdue(),
                state.undone(),
                state.reasons(),
                ended ? at : null));
    }
}
