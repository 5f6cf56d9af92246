package io.waybill.projection.generation;

import io.waybill.eventing.StoredNames;
import io.waybill.letters.Reader;
import io.waybill.letters.parking.UnknownEvents;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Writers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.springframework.stereotype.Component;

/** The handlers of each generation: its view's writer, and who minds events that this release does not know. */
@Component
final class Invokers {
    private final Writers writers;
    private final StoredNames names;
    private final Map<String, EventHandlerInvoker> invokers = new ConcurrentHashMap<>();

    Invokers(Writers writers, StoredNames names) {
        this.writers = writers;
        this.names = names;
    }

    EventHandlerInvoker of(View view, int generation) {
        return invokers.computeIfAbsent(
                Generation.processor(view.name(), generation), processor -> make(view, generation));
    }

    private EventHandlerInvoker make(View view, int generation) {
        return SimpleEventHandlerInvoker.builder()
                .eventHandlers(
                        writers.of(view, generation),
                        new UnknownEvents(new Reader(view.name(), view.aggregateTypes()), names))
                .sequencingPolicy(view.sequencing())
                .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE)
                .build();
    }
}
