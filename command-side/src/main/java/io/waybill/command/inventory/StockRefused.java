package io.waybill.command.inventory;

import io.waybill.command.Refused;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.StockKey;

/** A stock refused a command. */
final class StockRefused extends Refused {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** More was to be shipped than is held. */
        NOT_HELD
    }

    private final Reason reason;

    StockRefused(Reason reason, StockKey stock, ReservationId reservation, int held) {
        super("stock " + stock + " holds " + held + " for " + reservation);
        this.reason = reason;
    }

    @Override
    public String reason() {
        return reason.name();
    }
}
