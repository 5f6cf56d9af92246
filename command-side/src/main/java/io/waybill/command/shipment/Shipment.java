package io.waybill.command.shipment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.command.shipment.ShipmentRefused.Reason;
import io.waybill.command.shipment.ShipmentState.Booking;
import io.waybill.command.shipment.ShipmentState.Status;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.RecordShipment;
import io.waybill.contract.shipment.DeliverShipment;
import io.waybill.contract.shipment.DispatchShipment;
import io.waybill.contract.shipment.PrepareShipment;
import io.waybill.contract.shipment.RecordBooking;
import io.waybill.contract.shipment.ReportShipmentLost;
import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import io.waybill.contract.shipment.WithdrawShipment;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * What leaves one warehouse for one order; its life cycle stands at {@link ShipmentState}. A command that has already had
 * its effect changes nothing; any other that the state does not allow is refused. It is dispatched together with its order:
 * see {@link Dispatches}.
 */
@Aggregate
final class Shipment {
    @AggregateIdentifier
    private @Nullable ShipmentId id;

    private @Nullable ShipmentState state;

    /** For Axon, which then applies the shipment's history. */
    Shipment() {}

    @CommandHandler
    Shipment(PrepareShipment command) {
        apply(new ShipmentPrepared(
                command.shipmentId(),
                command.orderId(),
                command.amendment(),
                command.warehouse(),
                command.items(),
                command.value(),
                command.shipTo(),
                command.replaces()));
    }

    /** Another carrier may be booked until it leaves. */
    @CommandHandler
    void handle(RecordBooking command) {
        if (new Booking(command.carrier(), command.trackingNumber()).equals(state().booking())) {
            return;
        }
        require(status() == Status.PREPARED, Reason.NOT_BOOKABLE);
        apply(new ShipmentBooked(id(), orderId(), command.carrier(), command.trackingNumber()));
    }

    /** @return what the order has to agree to; nothing where it has, or need not, because it let go of these pieces before */
    Optional<RecordShipment> dispatch(DispatchShipment command) {
        if (hasLeft()) {
            return Optional.empty();
        }
        require(status() == Status.PREPARED, Reason.NOT_DISPATCHABLE);
        Booking booked = booking(command);
        apply(new ShipmentDispatched(id(), orderId(), booked.carrier(), booked.trackingNumber()));
        ShipmentPrepared packed = state().prepared();
        return packed.replaces() != null
                ? Optional.empty()
                : Optional.of(new RecordShipment(orderId(), id(), packed.amendment(), packed.items(), packed.value()));
    }

    @CommandHandler
    void handle(DeliverShipment command) {
        if (status() == Status.DELIVERED) {
            return;
        }
        require(status() == Status.DISPATCHED, Reason.NOT_UNDER_WAY);
        apply(new ShipmentDelivered(id(), orderId()));
    }

    @CommandHandler
    void handle(ReportShipmentLost command) {
        if (status() == Status.LOST) {
            return;
        }
        require(status() == Status.DISPATCHED, Reason.NOT_UNDER_WAY);
        apply(new ShipmentLost(id(), orderId(), command.detail()));
    }

    /** One that has left cannot be called back, and whoever asks sees its event. */
    @CommandHandler
    void handle(WithdrawShipment command) {
        if (status() == Status.PREPARED) {
            apply(new ShipmentWithdrawn(id(), orderId()));
        }
    }

    private Booking booking(DispatchShipment command) {
        if (command.carrier() != null && command.trackingNumber() != null) {
            return new Booking(command.carrier(), command.trackingNumber());
        }
        Booking booked = state().booking();
        if (booked == null) {
            throw new ShipmentRefused(Reason.NO_CARRIER, id(), status());
        }
        return booked;
    }

    private boolean hasLeft() {
        return status() != Status.PREPARED && status() != Status.WITHDRAWN;
    }

    private void require(boolean allowed, Reason otherwise) {
        if (!allowed) {
            throw new ShipmentRefused(otherwise, id(), status());
        }
    }

    private Status status() {
        return state().status();
    }

    private ShipmentId id() {
        return Objects.requireNonNull(id, "a shipment has a history");
    }

    private OrderId orderId() {
        return state().prepared().orderId();
    }

    private ShipmentState state() {
        return Objects.requireNonNull(state, "a shipment has a history");
    }

    @EventSourcingHandler
    void on(ShipmentEvent event) {
        id = event.shipmentId();
        state = event instanceof ShipmentPrepared prepared ? ShipmentState.prepared(prepared) : state().after(event);
    }
}
