package io.waybill.projection.verification;

import io.waybill.eventing.consumer.SegmentProgress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.Segment;

/**
 * Which events a view has seen: for each segment of its processor, those of the segment's aggregates up to its position.
 *
 * @param upTo the number of the last event that it can have seen
 */
record Extent(List<Seen> segments, long upTo) {
    /** @param position the number up to which the segment has handled its share */
    record Seen(Segment segment, long position) {}

    static Extent of(List<SegmentProgress> tokens) {
        int[] ids = tokens.stream().mapToInt(SegmentProgress::segment).toArray();
        List<Seen> seen = Stream.of(Segment.computeSegments(ids))
                .map(segment -> new Seen(segment, position(tokens, segment)))
                .toList();
        return new Extent(seen, seen.stream().mapToLong(Seen::position).max().orElse(0));
    }

    /** One that has seen everything up to {@code position}, and may have seen more up to {@code upTo}. */
    static Extent between(long position, long upTo) {
        return new Extent(List.of(new Seen(Segment.ROOT_SEGMENT, position)), upTo);
    }

    /** As Axon assigns events to segments: by aggregate. */
    boolean hasSeen(String aggregate, long number) {
        return segments.stream()
                .anyMatch(seen -> number <= seen.position() && seen.segment().matches(Objects.hashCode(aggregate)));
    }

    private static long position(List<SegmentProgress> tokens, Segment segment) {
        return tokens.stream()
                .filter(token -> token.segment() == segment.getSegmentId())
                .mapToLong(SegmentProgress::position)
                .findFirst()
                .orElse(0);
    }
}
