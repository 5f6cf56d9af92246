package io.waybill.projection.progress;

import io.waybill.eventing.consumer.SegmentProgress;
import io.waybill.projection.view.View;
import java.time.Instant;
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

    /** @param processor the name of the one that fills the generation */
    Optional<String> of(
            View view, String processor, List<SegmentProgress> segments, long position, @Nullable Long lag) {
        Instant now = clock.instant();
        if (lag == null) {
            return Optional.of("cannot see the log: Kafka does not answer, or has no such topic yet");
        }
        return view.trouble()
                .or(() -> failures.of(processor, position))
                .or(() -> stalls.unclaimed(processor, segments, now))
                .or(() -> stalls.of(processor, position, lag, now));
    }

    /** Why the generation that this processor builds gets no further, though it goes on by itself. */
    Optional<String> ofBuilding(View view, String processor, long position) {
        return view.trouble().or(() -> failures.of(processor, position));
    }
}
