package io.waybill.projection.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Notices a projection that is behind and gets no further, though nothing fails: one that hangs. */
@Component
final class Stalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

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
