package io.waybill.projection.repair;

import io.waybill.eventing.StoredNames;
import io.waybill.letters.Reader;
import io.waybill.letters.parking.UnknownEvents;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generation.State;
import io.waybill.projection.generation.SearchPath;
import io.waybill.projection.verification.HandledBatch;
import io.waybill.projection.view.Repair;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Writers;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.springframework.stereotype.Component;

/** Folds a history into one generation of a view, by the generation's own writer, within the transaction at hand. */
@Component
final class Mending {
    private final SearchPath searchPath;
    private final Writers writers;
    private final StoredNames names;

    Mending(SearchPath searchPath, Writers writers, StoredNames names) {
        this.searchPath = searchPath;
        this.writers = writers;
        this.names = names;
    }

    /** Takes out what there is of the aggregate. */
    Begun begin(View view, Generation generation, Repair.Possible repair, String type, String aggregate) {
        enter(view, generation);
        Repair.Making making =
                repair.beginning().begin(generation.number(), writers.of(view, generation.number()), type, aggregate);
        List<EventMessageHandler> handlers = List.of(
                new UnknownEvents(new Reader(view.name(), view.aggregateTypes()), names),
                new AnnotationEventHandlerAdapter(making.writer()));
        return new Begun() {
            @Override
            public void fold(List<DomainEventMessage<?>> events) {
                if (!events.isEmpty()) {
                    enter(view, generation);
                    HandledBatch.of(events, handlers);
                }
            }

            @Override
            public void end() {
                enter(view, generation);
                making.end();
            }
        };
    }

    private void enter(View view, Generation generation) {
        searchPath.enter(view, generation.number(), generation.state() == State.SERVING);
    }

    /** One generation's rows of one aggregate, while they are made. */
    interface Begun {
        void fold(List<DomainEventMessage<?>> events);

        /** The whole history was folded. */
        void end();
    }
}
