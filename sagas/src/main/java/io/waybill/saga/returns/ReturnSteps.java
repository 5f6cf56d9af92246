package io.waybill.saga.returns;

import io.waybill.saga.deadline.Alarms;
import io.waybill.saga.progress.Progress;
import io.waybill.saga.progress.Report;
import io.waybill.saga.step.Steps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.deadline.DeadlineManager;
import org.jspecify.annotations.Nullable;

/** What a return does with its state: takes the steps that it waits for, sees to its deadline, and says where it stands. */
final class ReturnSteps {
    /** What operators call such a saga. */
    static final String TYPE = "return";

    /** The deadline of whatever a return waits for. */
    static final String DUE = "return-due";

    private final Steps steps;
    private final DeadlineManager deadlines;
    private final Progress progress;
    private final ReturnSettings settings;

    ReturnSteps(Steps steps, DeadlineManager deadlines, Progress progress, ReturnSettings settings) {
        this.steps = steps;
        this.deadlines = deadlines;
        this.progress = progress;
        this.settings = settings;
    }

    /**
     * After something changed: takes the steps that were not taken yet.
     *
     * @param before what was waited for, and since when; null at the beginning
     */
    Pace next(ReturnState state, @Nullable Pace before, Instant at) {
        Pace pace = before == null || before.stage() != state.stage() ? begin(state, before, at) : before;
        Map<String, Object> wanted = state.wanted();
        wanted.forEach((name, command) -> {
            if (!pace.taken().contains(name)) {
                steps.take("return/" + state.returnId() + "/" + name, command);
            }
        });
        return report(state, pace.taking(List.copyOf(wanted.keySet())));
    }

    /**
     * After a deadline, or for an operator: takes every step that has had no outcome once more, under a name of its own, and
     * waits again. The commands are all harmless when repeated. After a deadline it also does what nobody has done in time.
     *
     * @param late whether the outcome is overdue
     */
    Pace again(ReturnState state, Pace before, Instant at, boolean late) {
        Pace pace = before.again(late);
        Map<String, Object> wanted = late ? state.wantedInTheEnd() : state.wanted();
        wanted.forEach((name, command) ->
                steps.take("return/" + state.returnId() + "/" + name + "-again-" + pace.attempts(), command));
        cancel(before);
        return report(state, schedule(state, pace.taking(List.copyOf(wanted.keySet())), at));
    }

    private Pace begin(ReturnState state, @Nullable Pace before, Instant at) {
        if (before != null) {
            cancel(before);
        }
        Pace pace = before == null ? Pace.begin(state.stage(), at) : before.waiting(state.stage(), at);
        return schedule(state, pace, at);
    }

    private Pace schedule(ReturnState state, Pace pace, Instant at) {
        if (state.stage() == Stage.SETTLED) {
            return pace.due(null, null);
        }
        Instant due = switch (state.stage()) {
            // Once: the answer to what is done then is an event, and a step of its own.
            case UNDECIDED -> pace.since().plus(settings.decision());
            case EXPECTED -> pace.since().plus(settings.receipt());
            default -> at.plus(settings.stepTimeout());
        };
        Instant next = due.isAfter(at) ? due : at.plus(settings.stepTimeout());
        return pace.due(
                deadlines.schedule(next, DUE, Alarms.message(state.stage().name(), state.returnId(), next)), next);
    }

    private void cancel(Pace before) {
        if (before.deadline() != null) {
            deadlines.cancelSchedule(DUE, before.deadline());
        }
    }

    private Pace report(ReturnState state, Pace pace) {
        boolean ended = state.stage() == Stage.SETTLED;
        progress.record(new Report(
                TYPE,
                state.returnId().toString(),
                state.stage().name(),
                pace.since(),
                ended ? null : state.stage().waitsFor(),
                pace.dueAt(),
                state.stage() == Stage.STUCK ? Math.max(1, pace.overdue()) : pace.overdue(),
                List.of(),
                state.reasons(),
                ended ? pace.since() : null));
        return pace;
    }
}
