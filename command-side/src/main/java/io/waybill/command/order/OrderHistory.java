package io.waybill.command.order;

import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders as they are now, for checking a request before it becomes a command. What may be done, the order itself decides. */
@Component
class OrderHistory {
    private final EventStore events;

    OrderHistory(EventStore events) {
        this.events = events;
    }

    /** @throws AggregateNotFoundException if there is no such order */
    OrderState of(OrderId order) {
        OrderState state = events.readEvents(order.toString())
                .asStream()
                .map(Message::getPayload)
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .reduce((OrderState) null, OrderHistory::fold, (first, second) -> second);
        if (state == null) {
            throw new AggregateNotFoundException(order.toString(), "there is no such order");
        }
        return state;
    }

    private static @Nullable OrderState fold(@Nullable OrderState before, OrderEvent event) {
        if (before != null) {
            return before.after(event);
        }
        return event instanceof OrderPlaced placed ? OrderState.placed(placed) : null;
    }
}
