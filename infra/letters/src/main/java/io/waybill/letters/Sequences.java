package io.waybill.letters;

import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Says which events keep their order behind a dead letter. For a view that is the aggregate; a saga hears of several
 * aggregates, and its process is what must not be mixed up.
 */
@FunctionalInterface
public interface Sequences {
    /** By aggregate. */
    Sequences OF_AGGREGATES = DomainEventMessage::getAggregateIdentifier;

    /**
     * The sequence of this event, the same for every event that one row or one saga is made of.
     *
     * @throws RuntimeException if its payload is needed for that and cannot be read
     */
    String of(DomainEventMessage<?> event);
}
