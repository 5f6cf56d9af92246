package io.waybill.eventing.kafka;

import java.util.List;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader of the topic is: every event up to {@code number} has been handed out, and none behind it. Numbers
 * are dense and the same for every reader, so positions are totally ordered, whatever the partitions did.
 *
 * @param number of the last event handed out; 0 before the first
 * @param offsets for each partition, an offset at or before its first event behind {@code number}: where to read on. An
 *     index that is missing stands for the partition's beginning.
 * @param topicId of the topic that the offsets belong to; null where there are none
 */
public record LogPosition(
        long number, List<Long> offsets, @Nullable String topicId) implements TrackingToken {
    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0, List.of());

    /** Behind this number, to be looked for from the beginnings, which is always right, if slow. */
    public LogPosition(long number, List<Long> offsets) {
        this(number, offsets, null);
    }

    public LogPosition {
        if (number < 0) {
            throw new IllegalArgumentException("events are numbered from 1");
        }
        offsets = List.copyOf(offsets);
    }

    /** The position in a token from a token store, where null stands for the beginning. */
    static LogPosition of(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> START;
            case LogPosition position -> position;
            default -> throw new IllegalArgumentException("not a position of this source: " + token);
        };
    }

    /** The same position, without the offsets if they belong to another topic than this one. */
    LogPosition on(String currentTopicId) {
        return currentTopicId.equals(topicId) ? this : new LogPosition(number, List.of());
    }

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return number <= ((LogPosition) other).number ? this : other;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return number >= ((LogPosition) other).number ? this : other;
    }

    @Override
    public boolean covers(TrackingToken other) {
        return number >= ((LogPosition) other).number;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(number);
    }

    /** Two positions are the same when they stand behind the same event, wherever reading would go on. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LogPosition position && position.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
