package io.waybill.command.order;

import io.waybill.command.Refused;
import io.waybill.contract.order.OrderId;

/** An order refused a command. */
final class OrderRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** The order has ended without being confirmed, or the amendment is not one of its. */
        NOT_CONFIRMABLE,
        /** The order is confirmed, and has to be cancelled instead. */
        NOT_REJECTABLE,
        /** Something has left already, or the order has ended. */
        NOT_AMENDABLE,
        /** No line would be left; the order has to be cancelled instead. */
        NO_LINES,
        /** The prices are not all in the currency of the order. */
        OTHER_CURRENCY,
        /** The customer has amended it as often as one may. */
        TOO_MANY_AMENDMENTS,
        /** Something has left already, or the order has ended. */
        NOT_CANCELLABLE,
        /** The order is not confirmed as it is now, or has ended. */
        NOT_SHIPPABLE,
        /** The shipment was packed for the order as it was before an amendment. */
        STALE_SHIPMENT,
        /** The shipment has more than the order asks for. */
        MORE_THAN_ORDERED,
        /** Not everything has left. */
        NOT_DELIVERABLE,
        /** The order knows of no such shipment that left. */
        UNKNOWN_SHIPMENT,
        /** Every shipment was lost, so nothing can be delivered. */
        NOTHING_DELIVERED,
        /** The order is not delivered yet; one that has not left can be cancelled instead. */
        NOT_CLOSABLE,
        /** Pieces are on their way back. */
        RETURN_OPEN,
        /** The order is not delivered yet, or is closed. */
        NOT_RETURNABLE,
        /** The order has no such line. */
        UNKNOWN_LINE,
        /** A return has one piece at least of each of its lines. */
        NOTHING_TO_RETURN,
        /** Fewer pieces of the line were delivered, or others of them are returned already. */
        MORE_THAN_DELIVERED,
        /** The order knows of no such return. */
        UNKNOWN_RETURN,
        /** The return was opened for fewer pieces. */
        MORE_THAN_OPENED,
        /** The order is a customer's, whose personal data is erased with the customer. */
        NOT_A_GUEST,
        /** The order has not ended, and its address may be needed. */
        ADDRESS_NEEDED
    }

    private final Reason reason;

    OrderRefused(Reason reason, OrderId order, OrderState.Status status) {
        super("order " + order + " is " + status);
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
