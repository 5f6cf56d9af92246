package io.waybill.projection.generation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Hands out events in chunks that share a position, the last one's, so that they are handled together or not at all.
 *
 * <p>Axon (4.13, {@code WorkPackage}) lets 1,024 positions wait for a segment, each of which may be of several events, and
 * counts them before each that it adds. So without chunks no batch is larger than that, and feeding it costs as much as
 * handling it.
 *
 * <p>A segment that has had the first events of a chunk, but not its position, would be given them again. So nothing that any
 * segment may have had is in a chunk: after a failure, or when a segment changes hands, events come one by one until none of
 * them has had the next. Used by one thread.
 */
final class ChunkedStream implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> events;
    private final IntSupplier size;
    private final Frontier frontier;
    private final Queue<TrackedEventMessage<?>> chunk = new ArrayDeque<>();

    /** @param size events in a chunk at most; it may change at any time */
    ChunkedStream(BlockingStream<TrackedEventMessage<?>> events, IntSupplier size, Frontier frontier) {
        this.events = events;
        this.size = size;
        this.frontier = frontier;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return chunk.isEmpty() ? events.peek() : Optional.of(chunk.element());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return !chunk.isEmpty() || events.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        if (chunk.isEmpty()) {
            gather(events.nextAvailable());
        }
        return chunk.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        return events.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
        events.close();
    }

    /** Of what stands ready; nobody waits for more. */
    private void gather(TrackedEventMessage<?> first) throws InterruptedException {
        List<TrackedEventMessage<?>> gathered = new ArrayList<>();
        gathered.add(first);
        int most = frontier.isBefore(first.trackingToken()) ? size.getAsInt() : 1;
        while (gathered.size() < most && events.hasNextAvailable()) {
            gathered.add(events.nextAvailable());
        }
        TrackingToken shared = gathered.getLast().trackingToken();
        gathered.forEach(event -> chunk.add(event.withTrackingToken(shared)));
        frontier.reached(shared);
    }
}
