package io.waybill.projection.progress;

import io.waybill.projection.progress.Progress.SegmentProgress;
import io.waybill.projection.view.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a projection cannot follow the log, in words for an operator; nothing where it can. */
@Component
final class Troubles {
    private final Failures failures;
    private final Stalls stalls;
    private final InstantSource clock = InstantSource.system();

    Troubles(Failures failures, Stalls stalls) {
        this.failures = failures;
        this.stalls = stalls;
    }

    Optional<String> of(View view, boolean running, List<SegmentProgress> segments, long position, @Nullable Long lag) {
        if (!running) {
            return Optional.of("is stopped");
        }
        if (lag == null) {
            return Optional.of("cannot see the log: Kafka does not answer, or has no such topic yet");
        }
        return view.trouble()
                .or(() -> failures.of(view.name(), position))
                .or(() -> unclaimed(segments))
                .or(() -> stalls.of(view.name(), position, lag, clock.instant()));
    }

    private static Optional<String> unclaimed(List<SegmentProgress> segments) {
        if (segments.isEmpty()) {
            return Optional.of("has not started yet");
        }
        return segments.stream()
                .filter(segment -> !segment.claimed())
                .findFirst()
                .map(segment -> "nobody works on its segment " + segment.segment());
    }
}
