package io.waybill.projection.ordersearch;

import io.waybill.contract.shipment.ShipmentEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/** A shipment goes with its order, everything else with its aggregate. */
final class ByOrder implements SequencingPolicy<EventMessage<?>> {
    private static final String SHIPMENT = "Shipment";

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> ofAggregate)) {
            return event.getIdentifier();
        }
        // The type of the aggregate comes first: nothing else is read here only to be told apart.
        return SHIPMENT.equals(ofAggregate.getType()) && payload(event) instanceof ShipmentEvent shipment
                ? shipment.orderId().toString()
                : ofAggregate.getAggregateIdentifier();
    }

    /** What cannot be read is told by the handler that wants it, who can park it. */
    private static Object payload(EventMessage<?> event) {
        try {
            return event.getPayload();
        } catch (RuntimeException unreadable) {
            return event;
        }
    }
}
