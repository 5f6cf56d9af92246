package io.waybill.command.shipment;

import io.waybill.command.Refused;
import io.waybill.contract.shipment.ShipmentId;

/** A shipment refused a command. */
final class ShipmentRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** It has left with another carrier, or was withdrawn. */
        NOT_BOOKABLE,
        /** It was withdrawn. */
        NOT_DISPATCHABLE,
        /** No carrier was booked, and none was named. */
        NO_CARRIER,
        /** It has not left, or its way has ended otherwise. */
        NOT_UNDER_WAY
    }

    private final Reason reason;

    ShipmentRefused(Reason reason, ShipmentId shipment, ShipmentState.Status status) {
        super("shipment " + shipment + " is " + status);
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
