package io.waybill.projection.generation;

import io.waybill.eventing.kafka.LogPosition;
import io.waybill.eventing.kafka.NumberedEvent;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The events of a log from a position on, of which the first so many stand ready. */
final class ReadyEvents implements BlockingStream<TrackedEventMessage<?>> {
    private final Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();

    /** How many more stand ready. */
    int limit;

    /** @param count events of the whole log */
    ReadyEvents(int position, int count) {
        limit = count;
        Story story = new Story();
        for (int i = 0; i < count; i++) {
            story.placed(Orders.hearts());
        }
        List<TrackedEventMessage<?>> told = story.events();
        for (int number = position + 1; number <= count; number++) {
            events.add(
                    NumberedEvent.of((DomainEventMessage<?>) told.get(number - 1), new LogPosition(number, List.of())));
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable(0, TimeUnit.SECONDS) ? Optional.of(events.element()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
        return limit > 0 && !events.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
        limit--;
        return events.remove();
    }

    @Override
    public void close() {
        events.clear();
    }
}
