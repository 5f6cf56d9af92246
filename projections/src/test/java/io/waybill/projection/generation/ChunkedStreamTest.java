package io.waybill.projection.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.eventing.kafka.LogPosition;
import io.waybill.eventing.kafka.NumberedEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class ChunkedStreamTest {
    private static final int EVENTS = 10;

    private final Frontier frontier = new Frontier();
    private int size = 4;

    @Test
    void events_that_stand_ready_share_the_position_of_the_last_and_keep_their_numbers() throws InterruptedException {
        List<Handed> handed = take(open(0), EVENTS);

        assertThat(handed).extracting(Handed::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(handed).extracting(Handed::position).containsExactly(4L, 4L, 4L, 4L, 8L, 8L, 8L, 8L, 10L, 10L);
    }

    @Test
    void what_a_segment_may_have_had_comes_one_by_one() throws InterruptedException {
        frontier.reached(position(5));

        assertThat(take(open(2), EVENTS - 2))
                .extracting(Handed::position)
                .containsExactly(3L, 4L, 5L, 9L, 9L, 9L, 9L, 10L);
    }

    @Test
    void of_segments_that_were_merged_the_one_counts_that_was_ahead() throws InterruptedException {
        frontier.reached(new MergedTrackingToken(position(3), position(6)));

        assertThat(take(open(3), EVENTS - 3))
                .extracting(Handed::position)
                .containsExactly(4L, 5L, 6L, 10L, 10L, 10L, 10L);
    }

    @Test
    void what_was_handed_out_once_comes_one_by_one_from_the_next_stream() throws InterruptedException {
        take(open(0), 5);

        assertThat(take(open(2), EVENTS - 2))
                .extracting(Handed::position)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 10L, 10L);
    }

    @Test
    void chunks_end_when_nobody_wants_them_any_more() throws InterruptedException {
        BlockingStream<TrackedEventMessage<?>> events = open(0);
        take(events, 1);
        size = 1;

        assertThat(take(events, EVENTS - 1))
                .extracting(Handed::position)
                .containsExactly(4L, 4L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void the_next_event_can_be_looked_at_without_being_taken() throws InterruptedException {
        BlockingStream<TrackedEventMessage<?>> events = open(0);
        take(events, 3);

        assertThat(events.peek()).map(NumberedEvent::number).contains(4L);
        take(events, 1);
        assertThat(events.peek()).map(NumberedEvent::number).contains(5L);
        assertThat(events.hasNextAvailable()).isTrue();
    }

    @Test
    void nobody_waits_for_more_than_stands_ready() throws InterruptedException {
        ReadyEvents ready = new ReadyEvents(0, EVENTS);
        ready.limit = 2;

        assertThat(take(stream(ready), 2)).extracting(Handed::position).containsExactly(2L, 2L);
    }

    private static LogPosition position(long number) {
        return new LogPosition(number, List.of());
    }

    private BlockingStream<TrackedEventMessage<?>> open(int position) {
        return stream(new ReadyEvents(position, EVENTS));
    }

    private ChunkedStream stream(ReadyEvents ready) {
        return new ChunkedStream(ready, () -> size, frontier);
    }

    private static List<Handed> take(BlockingStream<TrackedEventMessage<?>> events, int count)
            throws InterruptedException {
        List<Handed> handed = new ArrayList<>();
        while (handed.size() < count) {
            TrackedEventMessage<?> event = events.nextAvailable();
            handed.add(new Handed(
                    NumberedEvent.number(event),
                    event.trackingToken().position().orElseThrow()));
        }
        return handed;
    }

    private record Handed(long number, long position) {}
}
