package io.waybill.projection.golden;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is reserved for one order, and where. */
final class Goods {
    private final Shop shop;
    private final OrderId order;
    private final Map<Integer, WarehouseId> sources = new HashMap<>();

    Goods(Shop shop, OrderId order) {
        this.shop = shop;
        this.order = order;
    }

    /** One group is tried in one warehouse after the other; where there is too little in all, some comes in. */
    void reserved(LineGroup group) {
        for (WarehouseId warehouse : Shop.WAREHOUSES) {
            StockKey stock = new StockKey(group.sku(), warehouse);
            boolean isLast = warehouse.equals(Shop.WAREHOUSES.getLast());
            if (shop.available(stock) < group.quantity() && isLast) {
                shop.story.stock(new StockReceived(stock, 50));
                shop.moved(stock, 50);
            }
            if (shop.available(stock) >= group.quantity()) {
                shop.story.stock(new StockReserved(stock, reservation(group.number()), group.quantity()));
                shop.moved(stock, -group.quantity());
                sources.put(group.number(), warehouse);
                return;
            }
            refused(group, stock);
        }
    }

    /** A group that is to be had nowhere. */
    void missing(LineGroup group) {
        Shop.WAREHOUSES.forEach(warehouse -> refused(group, new StockKey(group.sku(), warehouse)));
    }

    void released(LineGroup group, int pieces) {
        WarehouseId warehouse = sources.get(group.number());
        if (warehouse != null) {
            StockKey stock = new StockKey(group.sku(), warehouse);
            shop.story.stock(new ReservationReleased(stock, reservation(group.number()), pieces));
            shop.moved(stock, pieces);
        }
    }

    void shipped(ShipmentId shipment, WarehouseId warehouse, List<ShipmentItem> items) {
        items.forEach(item -> shop.story.stock(new ReservationShipped(
                new StockKey(item.sku(), warehouse), reservation(item.group()), shipment, item.quantity())));
    }

    /** What of these groups stands in the warehouse. */
    List<ShipmentItem> in(WarehouseId warehouse, List<LineGroup> groups) {
        return groups.stream()
                .filter(group -> warehouse.equals(sources.get(group.number())))
                .map(group -> new ShipmentItem(group.number(), group.sku(), group.quantity()))
                .toList();
    }

    private void refused(LineGroup group, StockKey stock) {
        int available = Math.min(shop.available(stock), group.quantity() - 1);
        shop.story.stock(new StockReservationRejected(
                stock, reservation(group.number()), group.quantity(), Math.max(0, available)));
    }

    private ReservationId reservation(int group) {
        return new ReservationId(order, group);
    }
}
