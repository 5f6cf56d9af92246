package io.waybill.saga.fulfilment.state;

import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentLost;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import io.waybill.saga.fulfilment.state.Parcel.Status;
import java.util.List;
import org.joda.money.Money;

/** A fulfilment after what happened to its shipments. */
public final class ShipmentNews {
    private ShipmentNews() {}

    public static FulfilmentState after(FulfilmentState state, ShipmentEvent event) {
        return switch (event) {
            case ShipmentPrepared prepared -> move(state, prepared.shipmentId(), Status.PLANNED, Status.PREPARED);
            case ShipmentBooked booked -> state;
            case ShipmentDispatched dispatched -> dispatched(state, dispatched.shipmentId());
            case ShipmentDelivered delivered ->
                move(state, delivered.shipmentId(), Status.DISPATCHED, Status.DELIVERED);
            case ShipmentLost lost -> move(state, lost.shipmentId(), Status.DISPATCHED, Status.LOST);
            case ShipmentWithdrawn withdrawn -> withdrawn(state, withdrawn.shipmentId());
        };
    }

    private static FulfilmentState dispatched(FulfilmentState state, ShipmentId shipment) {
        FulfilmentState next = state;
        for (Parcel parcel : state.parcels()) {
            if (parcel.id().equals(shipment) && parcel.status().isPacked()) {
                List<Share> shares = Capturing.shares(state, parcel);
                Money unpaid = shares.stream().map(Share::amount).reduce(parcel.value(), Money::minus);
                next = state.withParcel(shipment, packed -> packed.dispatched(shares))
                        .noting(notes -> unpaid.isZero()
                                ? notes
                                : notes.trouble(unpaid + " of shipment " + shipment + " is not held by any payment"));
            }
        }
        return next;
    }

    private static FulfilmentState withdrawn(FulfilmentState state, ShipmentId shipment) {
        FulfilmentState next = state.withParcel(
                shipment, parcel -> parcel.status().isPacked() ? parcel.with(Status.WITHDRAWN) : parcel);
        return next.equals(state) ? state : next.noting(notes -> notes.undone("shipment " + shipment));
    }

    private static FulfilmentState move(FulfilmentState state, ShipmentId shipment, Status from, Status to) {
        return state.withParcel(shipment, parcel -> parcel.status() == from ? parcel.with(to) : parcel);
    }
}
