package io.waybill.projection.progress;

import io.waybill.eventing.consumer.SegmentProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Notices a projection that is behind and gets no further, though nothing fails: one that hangs. */
@Component
final class Stalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Nodes come and go, and a switch holds them up for some seconds: nobody has to work on a segment all the time. */
    private static final Duration UNCLAIMED_PATIENCE = Duration.ofSeconds(15);

    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Instant> unclaimed = new ConcurrentHashMap<>();

    /** A segment that nobody works on, and not only for a moment. */
    Optional<String> unclaimed(String processor, List<SegmentProgress> segments, Instant now) {
        Optional<String> what = segments.isEmpty()
                ? Optional.of("has not started yet")
                : segments.stream()
                        .filter(segment -> !segment.claimed())
                        .findFirst()
                        .map(segment -> "nobody works on its segment " + segment.segment());
        if (what.isEmpty()) {
            unclaimed.remove(processor);
            return what;
        }
        Instant since = unclaimed.computeIfAbsent(processor, first -> now);
        return Duration.between(since, now).compareTo(UNCLAIMED_PATIENCE) < 0 ? Optional.empty() : what;
    }

    /** The time runs from when it is first seen behind at this position: nobody may have looked for long before. */
    Optional<String> of(String projection, long position, long lag, Instant now) {
        Standing standing = standings.compute(
                projection,
                (name, last) -> last == null || last.position() != position || last.lag() == 0 || lag == 0
                        ? new Standing(position, lag, now)
                        : last);
        Duration since = Duration.between(standing.since(), now);
        return since.compareTo(PATIENCE) < 0
                ? Optional.empty()
                : Optional.of("stands at event " + position + " for " + since.toSeconds() + " s");
    }

    private record Standing(long position, long lag, Instant since) {}
}
