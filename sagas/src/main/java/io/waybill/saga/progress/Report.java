package io.waybill.saga.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one saga stands.
 *
 * @param type as in {@link SagaKind}
 * @param id of the order, transfer or return that the saga carries
 * @param step in {@code UPPER_SNAKE}
 * @param since when the step began
 * @param waitsFor for a person; null when it has ended
 * @param dueAt when the step is taken again or given up; null where nothing is due
 * @param overdue how often the step was due in vain; 0 for one that is in time
 * @param undone what was undone so far, for a person, at most {@value #MAX_TEXTS}
 * @param reasons why, for a person, at most {@value #MAX_TEXTS}
 * @param endedAt null while it goes on
 */
public record Report(
        String type,
        String id,
        String step,
        Instant since,
        @Nullable String waitsFor,
        @Nullable Instant dueAt,
        int overdue,
        List<String> undone,
        List<String> reasons,
        @Nullable Instant endedAt) {
    /** What comes after so many is not kept. */
    public static final int MAX_TEXTS = 100;

    public Report {
        undone = undone.stream().limit(MAX_TEXTS).toList();
        reasons = reasons.stream().limit(MAX_TEXTS).toList();
    }
}
