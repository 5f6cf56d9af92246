package io.waybill.command.order;

import io.waybill.command.Refused;
import io.waybill.contract.order.OrderId;

/** An order refused a command. */
final class OrderRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** The order has ended, or is already on its way. */
        NOT_CONFIRMABLE,
        /** The order is confirmed, and has to be cancelled instead. */
        NOT_REJECTABLE
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
