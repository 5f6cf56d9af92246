package io.waybill.projection.dryrun;

import io.waybill.letters.parking.Troubles;
import io.waybill.letters.store.Cause;
import io.waybill.projection.dryrun.DryRun.Example;
import io.waybill.projection.verification.CopyFold;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.core.NestedExceptionUtils;

/** How far one dry run is and what it has found, told every half second to those who look. Used by one thread. */
final class Score {
    private static final Duration TOLD_EVERY = Duration.ofMillis(500);
    private static final int EXAMPLES = 10;
    private static final int MAX_CAUSE = 500;

    private final DryRun run;
    private final DryRuns runs;
    private final Troubles troubles;
    private final InstantSource clock;
    private final Instant startedAt;
    private final List<Example> examples = new ArrayList<>();
    private Instant toldAt;
    private boolean wanted = true;
    private long done;
    private long errors;

    Score(DryRun run, DryRuns runs, Troubles troubles, InstantSource clock) {
        this.run = run;
        this.runs = runs;
        this.troubles = troubles;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.toldAt = startedAt;
    }

    void done(int more) {
        done += more;
    }

    /** @throws RuntimeException the failure, if it is trouble that would pass, and says nothing about the event */
    void failed(TrackedEventMessage<?> event, RuntimeException failure) {
        if (troubles.pass(failure)) {
            throw failure;
        }
        errors++;
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (examples.size() < EXAMPLES) {
            examples.add(new Example(
                    event.trackingToken().position().orElseThrow(),
                    name(event),
                    CopyFold.aggregate(event),
                    Cause.storable(cause.toString(), MAX_CAUSE)));
        }
    }

    /** Whether to go on: an operator may have cancelled it. */
    boolean isWanted() {
        if (Duration.between(toldAt, clock.instant()).compareTo(TOLD_EVERY) >= 0) {
            tell();
        }
        return wanted;
    }

    void tell() {
        toldAt = clock.instant();
        wanted = runs.progress(run, startedAt, done, errors, examples);
    }

    private static String name(TrackedEventMessage<?> event) {
        try {
            return event.getPayload() instanceof UnknownSerializedType unknown
                    ? unknown.serializedType().getName()
                    : event.getPayloadType().getSimpleName();
        } catch (RuntimeException unreadable) {
            return event.getPayloadType().getSimpleName();
        }
    }
}
