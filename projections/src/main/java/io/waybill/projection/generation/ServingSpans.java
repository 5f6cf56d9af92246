package io.waybill.projection.generation;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;

/**
 * A request is followed to what its events change for readers. History that is read again while a generation is built belongs
 * to no request that anybody follows, and a span for each of its events took half as long as handling it did.
 */
final class ServingSpans implements EventProcessorSpanFactory {
    private final EventProcessorSpanFactory spans;
    private final Role role;

    ServingSpans(EventProcessorSpanFactory spans, Role role) {
        this.spans = spans;
        this.role = role;
    }

    @Override
    public Span createBatchSpan(boolean isStreaming, List<? extends EventMessage<?>> events) {
        return role.serves() ? spans.createBatchSpan(isStreaming, events) : none();
    }

    @Override
    public Span createProcessEventSpan(boolean isStreaming, EventMessage<?> event) {
        return role.serves() ? spans.createProcessEventSpan(isStreaming, event) : none();
    }

    private static Span none() {
        return NoOpSpanFactory.INSTANCE.createInternalSpan(() -> "none");
    }
}
