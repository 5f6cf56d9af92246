package io.waybill.saga.returns;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a return has waited, and what it has done meanwhile.
 *
 * @param since when it began to wait for this
 * @param deadline names it; null where none is set
 * @param overdue how often the deadline was met in vain
 * @param attempts how often its steps were taken again, since the beginning
 * @param taken the steps that were taken, by name
 */
record Pace(
        Stage stage,
        Instant since,
        @Nullable String deadline,
        @Nullable Instant dueAt,
        int overdue,
        int attempts,
        Set<String> taken) {
    Pace {
        taken = Set.copyOf(taken);
    }

    static Pace begin(Stage stage, Instant at) {
        return new Pace(stage, at, null, null, 0, 0, Set.of());
    }

    Pace waiting(Stage next, Instant at) {
        return new Pace(next, at, null, null, 0, attempts, taken);
    }

    Pace again(boolean late) {
        return new Pace(stage, since, deadline, dueAt, overdue + (late ? 1 : 0), attempts + 1, taken);
    }

    Pace due(@Nullable String name, @Nullable Instant at) {
        return new Pace(stage, since, name, at, overdue, attempts, taken);
    }

    Pace taking(List<String> steps) {
        Set<String> more = new HashSet<>(taken);
        more.addAll(steps);
        return new Pace(stage, since, deadline, dueAt, overdue, attempts, more);
    }
}
