package io.waybill.projection.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.projection.dryrun.DryRun.Example;
import io.waybill.projection.dryrun.DryRun.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dry run as an operator sees it. What is not known yet is left out.
 *
 * @param from number of the first event, and {@code to} of the last
 * @param done events replayed, of {@code total}
 * @param perSecond events, on average
 * @param errors events that cannot be digested, each the first of its aggregate: later ones of it are left out
 * @param examples the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DryRunStatus(
        UUID id,
        String projection,
        State state,
        long from,
        long to,
        Instant askedAt,
        String askedBy,
        @Nullable Instant endedAt,
        long done,
        long total,
        @Nullable Long perSecond,
        @Nullable Long secondsLeft,
        long errors,
        List<Example> examples,
        @Nullable String detail) {
    static DryRunStatus of(DryRun run, Instant now) {
        @Nullable Long perSecond = perSecond(run, now);
        boolean isRunning = run.state() == State.RUNNING;
        return new DryRunStatus(
                run.id(),
                run.projection(),
                run.state(),
                run.first(),
                run.last(),
                run.askedAt(),
                run.askedBy(),
                run.endedAt(),
                run.done(),
                run.total(),
                perSecond,
                !isRunning || perSecond == null || perSecond == 0
                        ? null
                        : (run.total() - run.done() + perSecond - 1) / perSecond,
                run.errors(),
                run.examples(),
                run.detail());
    }

    private static @Nullable Long perSecond(DryRun run, Instant now) {
        if (run.startedAt() == null) {
            return null;
        }
        Instant end = Objects.requireNonNullElse(run.endedAt(), now);
        return run.done()
                * 1_000
                / Math.max(1, Duration.between(run.startedAt(), end).toMillis());
    }
}
