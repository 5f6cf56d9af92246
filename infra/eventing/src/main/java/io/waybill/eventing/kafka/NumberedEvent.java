package io.waybill.eventing.kafka;

import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/** An event that keeps its number on the log, also where it shares the position of a later one with which it is handled. */
public final class NumberedEvent<T> extends GenericTrackedDomainEventMessage<T> {
    private static final long serialVersionUID = 1L;

    private final long number;

    private NumberedEvent(TrackingToken position, DomainEventMessage<T> event, long number) {
        super(position, event);
        this.number = number;
    }

    /** The event behind which this position stands. */
    public static <T> NumberedEvent<T> of(DomainEventMessage<T> event, LogPosition position) {
        return new NumberedEvent<>(position, event, position.number());
    }

    /**
     * The number of an event from the log.
     *
     * @throws ClassCastException if it is not from the log
     */
    public static long number(EventMessage<?> event) {
        return event instanceof NumberedEvent<?> numbered
                ? numbered.number
                : ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow();
    }

    @Override
    public NumberedEvent<T> withTrackingToken(TrackingToken position) {
        return new NumberedEvent<>(position, this, number);
    }

    @Override
    public NumberedEvent<T> withMetaData(Map<String, ?> metadata) {
        return new NumberedEvent<>(trackingToken(), super.withMetaData(metadata), number);
    }

    @Override
    public NumberedEvent<T> andMetaData(Map<String, ?> metadata) {
        return new NumberedEvent<>(trackingToken(), super.andMetaData(metadata), number);
    }
}
