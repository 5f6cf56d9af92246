package io.waybill.projection.rebuild;

import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.projection.progress.Progress;
import io.waybill.projection.progress.ProgressReader;
import io.waybill.projection.rebuild.Rebuild.Measured;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import java.time.Duration;
import java.time.InstantSource;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a rebuild from one state to the next. */
@Component
final class Rebuilder {
    /** How long a rebuild waits for its projection to catch up, so that before and after can be compared. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Rebuilder.class);

    private final Rebuilds rebuilds;
    private final Views views;
    private final ProgressReader progress;
    private final KafkaEventSource events;
    private final ViewReset reset;
    private final InstantSource clock = InstantSource.system();

    Rebuilder(Rebuilds rebuilds, Views views, ProgressReader progress, KafkaEventSource events, ViewReset reset) {
        this.rebuilds = rebuilds;
        this.views = views;
        this.progress = progress;
        this.events = events;
        this.reset = reset;
    }

    /**
     * Does what can be done now.
     *
     * @throws RuntimeException if something that is needed is away; the step can be taken again
     */
    void step(Rebuild rebuild) {
        View view = views.get(rebuild.projection());
        switch (rebuild.state()) {
            case PREPARING -> prepare(rebuild, view);
            case REPLAYING -> follow(rebuild, view);
            case DONE, FAILED -> log.info("The rebuild of {} is {}", view.name(), rebuild.state());
        }
    }

    private void prepare(Rebuild rebuild, View view) {
        Progress now = progress.of(view);
        boolean waitedEnough = rebuild.askedAt().plus(SETTLE).isBefore(clock.instant());
        if (now.position() < events.head() && !waitedEnough) {
            return;
        }
        StreamingEventProcessor processor = progress.processor(view);
        processor.shutDown();
        try {
            empty(rebuild, view, now.position());
        } catch (RuntimeException failed) {
            log.warn("The rebuild of {} could not begin", view.name(), failed);
            rebuilds.failed(rebuild, String.valueOf(failed.getMessage()));
        } finally {
            processor.start();
        }
    }

    private void empty(Rebuild rebuild, View view, long position) {
        long head = events.head();
        Measured before = measured(view.fingerprint(), position, head);
        reset.reset(view, () -> rebuilds.emptied(rebuild, before, head));
        log.info("Emptied {}, which has {} events to go", view.name(), head);
    }

    private void follow(Rebuild rebuild, View view) {
        long position = progress.of(view).position();
        if (rebuild.total() != null && position >= rebuild.total()) {
            Fingerprint rows = view.fingerprint();
            rebuilds.done(rebuild, measured(rows, position, events.head()));
        }
    }

    // Exactly the events up to the position are in the rows only if there were none behind it.
    private static Measured measured(Fingerprint rows, long position, long head) {
        @Nullable Long exact = position == head ? position : null;
        return new Measured(rows, exact);
    }
}
