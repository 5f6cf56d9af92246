package io.waybill.eventing.consumer;

import io.waybill.eventing.kafka.KafkaEventSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** The number of the last event on the log, looked up now and then because each time asks every partition. */
public final class LogHead {
    /** How many looks are remembered: an hour of them, by default. */
    private static final int MEMORY = 720;

    private static final Logger log = LoggerFactory.getLogger(LogHead.class);

    private final KafkaEventSource source;
    private final InstantSource clock = InstantSource.system();
    private final Deque<Look> looks = new ArrayDeque<>();
    private volatile OptionalLong head = OptionalLong.empty();

    public LogHead(KafkaEventSource source) {
        this.source = source;
    }

    /** As last seen; empty while Kafka does not answer. */
    public OptionalLong lastSeen() {
        return head;
    }

    /** For how long the event behind this position has been there; null if it was there before the first look. */
    @Nullable
    public Duration age(long position, Instant now) {
        synchronized (looks) {
            if (looks.isEmpty() || looks.getFirst().head() > position) {
                return null;
            }
            return looks.stream()
                    .filter(look -> look.head() > position)
                    .findFirst()
                    .map(look -> Duration.between(look.at(), now))
                    .orElse(Duration.ZERO);
        }
    }

    /**
     * Up to when a reader at this position has read everything that was on the log, as far as looks tell: it may be further
     * by the time between two of them. Empty if it is behind all that are remembered.
     */
    public Optional<Instant> readUpTo(long position) {
        synchronized (looks) {
            return looks.stream()
                    .takeWhile(look -> look.head() <= position)
                    .reduce((earlier, later) -> later)
                    .map(Look::at);
        }
    }

    @Scheduled(fixedDelayString = "${waybill.log.look-every:5s}")
    public void look() {
        try {
            Instant before = clock.instant();
            long last = source.head();
            head = OptionalLong.of(last);
            remember(new Look(before, last));
        } catch (RuntimeException away) {
            head = OptionalLong.empty();
            log.warn("The end of the log cannot be seen: {}", away.toString());
        }
    }

    private void remember(Look look) {
        synchronized (looks) {
            looks.addLast(look);
            if (looks.size() > MEMORY) {
                looks.removeFirst();
            }
        }
    }

    private record Look(Instant at, long head) {}
}
