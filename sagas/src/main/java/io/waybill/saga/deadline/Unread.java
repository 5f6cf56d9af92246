package io.waybill.saga.deadline;

import io.waybill.saga.progress.SagaKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.jspecify.annotations.Nullable;

/**
 * Whether a saga's deadline came because nothing happened, or only because nobody has read yet what did. A step that was
 * carried out in time must not be taken again, and a payment that was authorized must not be given up, because the readers
 * are minutes behind.
 *
 * <p>What is on its way from the event store to the topic is not seen here.
 */
final class Unread {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** How long a position is taken for the present one: many deadlines may be due at once. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private final ToLongFunction<String> positions;
    private final LongFunction<Optional<Instant>> readUpTo;
    private final Map<String, String> processors;
    private final Duration tolerated;
    private final InstantSource clock;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    /**
     * @param positions of a processor, the event up to which it has handled everything
     * @param readUpTo up to when a reader at a position has read everything; empty if nothing is known
     * @param tolerated what was recorded so shortly before a deadline need not have been read
     */
    Unread(
            ToLongFunction<String> positions,
            LongFunction<Optional<Instant>> readUpTo,
            List<SagaKind> kinds,
            Duration tolerated,
            InstantSource clock) {
        this.positions = positions;
        this.readUpTo = readUpTo;
        this.tolerated = tolerated;
        this.clock = clock;
        this.processors =
                kinds.stream().collect(Collectors.toMap(kind -> kind.saga().getSimpleName(), Unread::processor));
    }

    private static String processor(SagaKind kind) {
        return kind.saga().getAnnotation(ProcessingGroup.class).value();
    }

    /** How long to wait before a deadline of this saga can be met; empty if it can be met now. */
    Optional<Duration> wait(String sagaType, Instant due) {
        String processor = processors.get(sagaType);
        if (processor == null) {
            return Optional.empty();
        }
        Instant needed = due.minus(tolerated);
        Reading reading = readings.compute(processor, this::reading);
        Instant read = reading.upTo();
        if (read == null) {
            return Optional.of(bounded(Duration.between(reading.unknownSince(), reading.at())));
        }
        return read.isBefore(needed) ? Optional.of(bounded(Duration.between(read, needed))) : Optional.empty();
    }

    private Reading reading(String processor, @Nullable Reading before) {
        Instant now = clock.instant();
        if (before != null && before.at().plus(FRESH).isAfter(now)) {
            return before;
        }
        long position = positions.applyAsLong(processor);
        Instant unknownSince = before != null && before.upTo() == null ? before.unknownSince() : now;
        return new Reading(now, readUpTo.apply(position).orElse(null), unknownSince);
    }

    /** Readers that are far behind need about as long as that; none of the deadlines has to be looked at before. */
    private static Duration bounded(Duration behind) {
        if (behind.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return behind.compareTo(LONGEST) > 0 ? LONGEST : behind;
    }

    /**
     * @param upTo everything recorded before was read; null if nothing is known: the readers are behind all that this node
     *     has seen, and the longer that lasts, the further
     * @param unknownSince the first look of those that found nothing; of no meaning if this one did
     */
    private record Reading(Instant at, @Nullable Instant upTo, Instant unknownSince) {}
}
