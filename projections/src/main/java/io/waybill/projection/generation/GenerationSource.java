package io.waybill.projection.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The log as a generation is given it: no faster than its throttle lets events pass, and in chunks. */
final class GenerationSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Throttle throttle;
    private final ScheduledExecutorService clock;
    private final IntSupplier chunk;
    private final Frontier frontier;
    private final AtomicBoolean more = new AtomicBoolean();

    /**
     * @param clock wakes a reader that waits
     * @param chunk events that may share a position from now on
     * @param frontier of the processor that reads
     */
    GenerationSource(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            Throttle throttle,
            ScheduledExecutorService clock,
            IntSupplier chunk,
            Frontier frontier) {
        this.source = source;
        this.throttle = throttle;
        this.clock = clock;
        this.chunk = chunk;
        this.frontier = frontier;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new ChunkedStream(new ThrottledStream(source.openStream(token), throttle, clock, more), chunk, frontier);
    }

    /** Whether there was an event when one was last looked for. */
    boolean hasMore() {
        return more.get();
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return source.createTokenAt(time);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return source.createTokenSince(duration);
    }
}
