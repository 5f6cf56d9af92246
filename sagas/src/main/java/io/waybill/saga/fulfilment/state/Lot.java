package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import java.util.Comparator;

/**
 * What one warehouse was asked for, and holds, of one line group.
 *
 * @param asked pieces that it was asked for and has not answered
 * @param held pieces that it holds
 * @param keep how many of those are wanted; the rest is given back. It never grows again: what was given back may be gone
 * @param asks how often it was asked
 * @param told how many pieces it said were available when it last said no
 */
record Lot(int group, Sku sku, WarehouseId warehouse, int asked, int held, int keep, int asks, int told) {
    static final Comparator<Sku> BY_SKU = Comparator.comparing(Sku::value);

    /** Groups of pieces that are sent again after a loss are numbered from here; see {@link Losses}. */
    static final int RESHIPPED = 1_000_000;

    static Lot unasked(int group, Sku sku, WarehouseId warehouse) {
        return new Lot(group, sku, warehouse, 0, 0, Integer.MAX_VALUE, 0, 0);
    }

    StockKey stock() {
        return new StockKey(sku, warehouse);
    }

    ReservationId reservation(OrderId order) {
        return new ReservationId(order, group);
    }

    /** Held, and not about to be given back. */
    int usable() {
        return Math.min(held, keep);
    }

    Lot asking(int quantity) {
        return new Lot(group, sku, warehouse, quantity, held, keep, asks + 1, told);
    }

    Lot holding(int quantity) {
        return new Lot(group, sku, warehouse, 0, quantity, keep, asks, told);
    }

    Lot refused(int available) {
        return new Lot(group, sku, warehouse, 0, held, keep, asks, available);
    }

    Lot released(int quantity) {
        return new Lot(group, sku, warehouse, asked, Math.max(0, held - quantity), keep, asks, told);
    }

    Lot shipped(int quantity) {
        return new Lot(group, sku, warehouse, asked, held - quantity, Math.max(0, keep - quantity), asks, told);
    }

    Lot keeping(int most) {
        return new Lot(group, sku, warehouse, asked, held, Math.min(keep, most), asks, told);
    }
}
