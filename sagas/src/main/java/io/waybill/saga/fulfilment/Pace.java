package io.waybill.saga.fulfilment;

import io.waybill.saga.fulfilment.state.Waiting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a fulfilment goes along.
 *
 * @param taken the names of the steps that are wanted and were taken
 * @param attempts how often steps were taken again
 * @param step what is waited for; null before the first
 * @param since when that began
 * @param overdue how often it was waited for in vain
 * @param dueAt when it is taken again or given up; null where others watch over it
 * @param alarms how many deadlines were set, so that one which is not the last is known when it rings
 * @param alarmAt when the last of them rings, which may be too early; null when it has rung
 */
record Pace(
        List<String> taken,
        int attempts,
        Waiting.@Nullable For step,
        Instant since,
        int overdue,
        @Nullable Instant dueAt,
        int alarms,
        @Nullable Instant alarmAt) {
    static final Pace START = new Pace(List.of(), 0, null, Instant.EPOCH, 0, null, 0, null);

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    Pace attempting() {
        return new Pace(taken, attempts + 1, step, since, overdue, dueAt, alarms, alarmAt);
    }

    Pace having(List<String> names) {
        return new Pace(List.copyOf(names), attempts, step, since, overdue, dueAt, alarms, alarmAt);
    }

    Pace waiting(Waiting.For next, Instant from, int times, @Nullable Instant due) {
        return new Pace(taken, attempts, next, from, times, due, alarms, alarmAt);
    }

    Pace alarmed(Instant at) {
        return new Pace(taken, attempts, step, since, overdue, dueAt, alarms + 1, at);
    }

    Pace rung() {
        return new Pace(taken, attempts, step, since, overdue, dueAt, alarms, null);
    }
}
