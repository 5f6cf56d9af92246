package io.waybill.command;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;

/** Aggregates and nothing around them: for laws, which want thousands of histories. */
public final class Aggregates implements AutoCloseable {
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Configuration axon;

    public Aggregates(UnaryOperator<Configurer> parts) {
        axon = parts.apply(DefaultConfigurer.defaultConfiguration()
                        .configureSerializer(
                                configuration -> EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all())))
                        .configureEmbeddedEventStore(configuration -> engine))
                .start();
    }

    /** @return whether it was done, rather than refused */
    public boolean send(Object command) {
        try {
            axon.commandGateway().sendAndWait(command);
            return true;
        } catch (Refused | AggregateNotFoundException | AggregateStreamCreationException refused) {
            return false;
        }
    }

    /** All that happened, in its order. */
    public List<Object> events() {
        return engine.readEvents(null, false).<Object>map(Message::getPayload).toList();
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
