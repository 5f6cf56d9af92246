package io.waybill.saga.fulfilment;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderId;

/**
 * How far one line group has come.
 *
 * @param source which of the group's warehouses is asked, or holds it; the number of warehouses when none is left
 */
record Holding(LineGroup group, int source, Status status) {
    enum Status {
        /** A warehouse was asked. */
        ASKED,
        /** A warehouse holds it. */
        HELD,
        /** No warehouse had enough. */
        SHORT,
        /** What was held is being given back. */
        RELEASING,
        /** What was held was given back. */
        RELEASED
    }

    static Holding of(LineGroup group) {
        return new Holding(group, 0, group.sources().isEmpty() ? Status.SHORT : Status.ASKED);
    }

    Holding with(Status next) {
        return new Holding(group, source, next);
    }

    /** After its warehouse said no: ask the next one, or know that it is short. */
    Holding next() {
        return new Holding(group, source + 1, source + 1 < group.sources().size() ? Status.ASKED : Status.SHORT);
    }

    StockKey stock() {
        return new StockKey(group.sku(), group.sources().get(source));
    }

    ReservationId reservation(OrderId order) {
        return new ReservationId(order, group.number());
    }
}
