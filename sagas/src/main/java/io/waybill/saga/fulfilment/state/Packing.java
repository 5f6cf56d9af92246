package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which of the held pieces are wanted, and which shipments they make: one for each warehouse. */
final class Packing {
    private static final Comparator<Lot> BY_NUMBER = Comparator.comparingInt(Lot::group)
            .thenComparing(lot -> lot.warehouse().value());

    private Packing() {}

    /** Keeps as many pieces as the target wants, those of its own groups first; the rest is given back from now on. */
    static FulfilmentState keep(FulfilmentState state) {
        List<Integer> groups =
                state.target().groups().stream().map(group -> group.number()).toList();
        Map<Sku, Integer> wanted = state.target().pieces();
        List<Lot> kept = new ArrayList<>();
        state.lots().stream()
                .sorted(Comparator.comparing((Lot lot) -> !groups.contains(lot.group()))
                        .thenComparing(BY_NUMBER))
                .forEach(lot -> {
                    int keep = Math.min(lot.usable(), wanted.getOrDefault(lot.sku(), 0));
                    wanted.merge(lot.sku(), -keep, Integer::sum);
                    kept.add(lot.keeping(keep));
                });
        return state.withLots(kept);
    }

    /** Plans the shipments of what is kept; their values add up to the order's total. */
    static FulfilmentState pack(FulfilmentState state) {
        Prices prices = new Prices(state.target().lines(), state.nothing());
        List<Parcel> parcels = new ArrayList<>(state.parcels().stream()
                .filter(parcel -> parcel.status().isPacked())
                .toList());
        Map<WarehouseId, List<ShipmentItem>> kept = byWarehouse(state.lots());
        Map<WarehouseId, List<ShipmentItem>> items =
                Items.byGroups(kept, state.target().groups());
        kept.forEach((warehouse, reserved) -> parcels.add(Parcel.planned(
                id(state.orderId(), state.target().amendment(), warehouse, 0),
                state.target().amendment(),
                warehouse,
                items.getOrDefault(warehouse, reserved),
                reserved,
                reserved.stream()
                        .map(item -> prices.take(item.sku(), item.quantity()))
                        .reduce(state.nothing(), (one, other) -> one.plus(other)),
                null,
                state.nothing())));
        return state.withParcels(parcels).at(Stage.SHIPPING);
    }

    /** What is usable of these lots, warehouse by warehouse. */
    static Map<WarehouseId, List<ShipmentItem>> byWarehouse(List<Lot> lots) {
        return lots.stream()
                .filter(lot -> lot.usable() > 0)
                .sorted(BY_NUMBER)
                .collect(Collectors.groupingBy(
                        Lot::warehouse,
                        () -> new TreeMap<>(Comparator.comparing(WarehouseId::value)),
                        Collectors.mapping(
                                lot -> new ShipmentItem(lot.group(), lot.sku(), lot.usable()), Collectors.toList())));
    }

    /** @param attempt 0, or the number by which lost pieces are sent again */
    static ShipmentId id(OrderId order, int amendment, WarehouseId warehouse, int attempt) {
        String name = order + "/" + amendment + "/" + warehouse + "/" + attempt;
        return new ShipmentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
