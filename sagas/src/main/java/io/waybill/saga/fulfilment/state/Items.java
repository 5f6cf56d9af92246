package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is held, told in the order's own groups. Mostly that is the same; but an amendment that was undone left pieces under
 * the number of a group that has shrunk, and the order has new groups for them.
 */
final class Items {
    private final List<LineGroup> groups;
    private final Map<Integer, Integer> room = new HashMap<>();
    private final Map<WarehouseId, Map<Integer, ShipmentItem>> items = new HashMap<>();

    private Items(List<LineGroup> groups) {
        this.groups = groups;
        groups.forEach(group -> room.put(group.number(), group.quantity()));
    }

    /** @param held by reservation; its own group is filled first, then others of its SKU */
    static Map<WarehouseId, List<ShipmentItem>> byGroups(
            Map<WarehouseId, List<ShipmentItem>> held, List<LineGroup> groups) {
        Items items = new Items(groups);
        Map<WarehouseId, List<ShipmentItem>> others =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        held.forEach((warehouse, lots) -> others.put(
                warehouse,
                lots.stream()
                        .map(lot -> new ShipmentItem(
                                lot.group(), lot.sku(), items.put(warehouse, lot, lot.group(), lot.quantity())))
                        .toList()));
        others.forEach((warehouse, lots) -> lots.forEach(lot -> items.spread(warehouse, lot)));
        Map<WarehouseId, List<ShipmentItem>> byGroups = new HashMap<>();
        items.items.forEach((warehouse, byNumber) -> byGroups.put(warehouse, new ArrayList<>(byNumber.values())));
        return byGroups;
    }

    private void spread(WarehouseId warehouse, ShipmentItem lot) {
        int rest = lot.quantity();
        for (LineGroup group : groups) {
            if (rest > 0 && group.sku().equals(lot.sku())) {
                rest = put(warehouse, lot, group.number(), rest);
            }
        }
    }

    /** Puts what there is room for, and says how much there is not. */
    private int put(WarehouseId warehouse, ShipmentItem lot, int group, int pieces) {
        int put = Math.min(pieces, room.getOrDefault(group, 0));
        if (put > 0) {
            room.merge(group, -put, Integer::sum);
            items.computeIfAbsent(warehouse, first -> new TreeMap<>())
                    .merge(
                            group,
                            new ShipmentItem(group, lot.sku(), put),
                            (one, other) -> new ShipmentItem(group, one.sku(), one.quantity() + other.quantity()));
        }
        return pieces - put;
    }
}
