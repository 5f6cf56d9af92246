package io.waybill.command.shipment;

import io.waybill.contract.order.RecordShipment;
import io.waybill.contract.shipment.DispatchShipment;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Lets a shipment leave, and its order know, in one transaction. So dispatching meets cancelling and amending in the order:
 * one of them is first, and the other is refused with nothing stored.
 */
final class Dispatches {
    private final Repository<Shipment> shipments;
    private final Consumer<RecordShipment> order;

    /** @param order lets a shipment go, or refuses */
    Dispatches(Repository<Shipment> shipments, Consumer<RecordShipment> order) {
        this.shipments = shipments;
        this.order = order;
    }

    @CommandHandler
    void handle(DispatchShipment command) {
        shipments
                .load(command.shipmentId().toString())
                .invoke(shipment -> shipment.dispatch(command))
                .ifPresent(order);
    }
}
