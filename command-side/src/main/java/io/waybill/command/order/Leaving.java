package io.waybill.command.order;

import io.waybill.command.order.OrderRefused.Reason;
import io.waybill.command.order.OrderState.Status;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.RecordShipment;
import java.util.Optional;

/** Whether a shipment may leave. What has left before is nothing new. */
record Leaving(Guard guard, OrderState state) {
    Optional<OrderEvent> record(RecordShipment command) {
        if (state.departures().include(command.shipmentId())) {
            return Optional.empty();
        }
        Terms terms = state.terms();
        Status status = state.status();
        guard.require(status == Status.CONFIRMED || status == Status.PARTIALLY_SHIPPED, Reason.NOT_SHIPPABLE);
        guard.require(command.amendment() == terms.amendment(), Reason.STALE_SHIPMENT);
        guard.require(terms.isConfirmed(), Reason.NOT_SHIPPABLE);
        Departures then = state.departures().and(command.shipmentId(), new Departure(command.items(), command.value()));
        guard.require(!command.items().isEmpty() && then.fitInto(terms.groups()), Reason.MORE_THAN_ORDERED);
        return Optional.of(
                then.fill(terms.groups())
                        ? new OrderShipped(guard.order(), command.shipmentId(), command.items(), command.value())
                        : new OrderPartiallyShipped(
                                guard.order(), command.shipmentId(), command.items(), command.value()));
    }
}
