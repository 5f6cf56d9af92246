package io.waybill.letters.retry;

import io.waybill.letters.Processing;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.saga.AbstractSagaManager;

/** The handlers of each processor, called as the processor would call them. */
public final class Handlers {
    private final Processing processing;
    private final StoredPositions positions;

    public Handlers(Processing processing, StoredPositions positions) {
        this.processing = processing;
        this.positions = positions;
    }

    /**
     * Hands the event to all that handle it, in the unit of work at hand.
     *
     * @throws SegmentBehindException if a segment of a saga's processor has still to pass the event by itself
     */
    void handle(String processor, TrackedEventMessage<?> event) throws Exception {
        EventHandlerInvoker handlers = processing.handlers(processor);
        // Each segment of a saga's processor meets every event and looks for sagas of its own. One that has not met
        // this
        // event yet would hand it to them a second time.
        if (isSagas(handlers)
                && positions.lowest(processor)
                        < event.trackingToken().position().orElseThrow()) {
            throw new SegmentBehindException(processor);
        }
        handlers.handle(event, Segment.ROOT_SEGMENT);
    }

    private static boolean isSagas(EventHandlerInvoker handlers) {
        return handlers instanceof MultiEventHandlerInvoker several
                ? several.delegates().stream().anyMatch(Handlers::isSagas)
                : handlers instanceof AbstractSagaManager<?>;
    }
}
