package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fills groups from warehouses: the first choice is asked for a whole group, then the next; when all have said no, each
 * is asked for as much as it said it had, most first, because fewer warehouses mean fewer shipments. What is held for any
 * group of a SKU counts for all of them: when an amendment is undone, its pieces are held under other groups' numbers.
 */
final class Filling {
    /** How often one warehouse is asked for one group: once for all of it, then for what it has, which others take, too. */
    private static final int MAX_ASKS = 4;

    private final List<LineGroup> groups;
    private final List<Lot> lots;

    private Filling(List<LineGroup> groups, List<Lot> lots) {
        this.groups = groups;
        this.lots = new ArrayList<>(lots);
    }

    /** The lots, with those asked that can still be. */
    static List<Lot> ask(List<LineGroup> groups, List<Lot> lots) {
        Filling filling = new Filling(groups, lots);
        // Once for all SKUs: they do not touch each other's lots, and this is done for each piece of news of a long
        // order.
        Map<Sku, Integer> missing = missing(groups, lots);
        lots.forEach(lot -> missing.computeIfPresent(lot.sku(), (sku, pieces) -> pieces - lot.asked()));
        groups.stream()
                .map(LineGroup::sku)
                .distinct()
                .forEach(sku -> filling.askFor(sku, missing.getOrDefault(sku, 0)));
        return filling.lots;
    }

    /** How many pieces of each SKU are not held; of those that all are, none. */
    static Map<Sku, Integer> missing(List<LineGroup> groups, List<Lot> lots) {
        Map<Sku, Integer> missing = new TreeMap<>(Lot.BY_SKU);
        groups.forEach(group -> missing.merge(group.sku(), group.quantity(), Integer::sum));
        lots.forEach(lot -> missing.computeIfPresent(lot.sku(), (sku, pieces) -> pieces - lot.usable()));
        missing.values().removeIf(pieces -> pieces <= 0);
        return missing;
    }

    private void askFor(Sku sku, int pieces) {
        int missing = pieces;
        for (int i = 0; missing > 0 && i < groups.size(); i++) {
            if (groups.get(i).sku().equals(sku)) {
                missing -= ask(groups.get(i), missing);
            }
        }
    }

    /** Asks one warehouse for what this group can take of what is missing, and says for how much. */
    private int ask(LineGroup group, int missing) {
        List<Lot> own =
                lots.stream().filter(lot -> lot.group() == group.number()).toList();
        int need = Math.min(
                missing, group.quantity() - own.stream().mapToInt(Lot::usable).sum());
        if (need <= 0 || own.stream().anyMatch(lot -> lot.asked() > 0)) {
            return 0;
        }
        Optional<Lot> next = unasked(group, own)
                .map(lot -> lot.asking(need))
                .or(() -> most(own).map(lot -> lot.asking(Math.min(need, lot.told()))));
        next.ifPresent(this::put);
        return next.map(Lot::asked).orElse(0);
    }

    private static Optional<Lot> unasked(LineGroup group, List<Lot> own) {
        List<WarehouseId> asked = own.stream().map(Lot::warehouse).toList();
        return group.sources().stream()
                .filter(warehouse -> !asked.contains(warehouse))
                .findFirst()
                .map(warehouse -> Lot.unasked(group.number(), group.sku(), warehouse));
    }

    /** A warehouse that holds some is not asked for more: a reservation is made once. */
    private static Optional<Lot> most(List<Lot> own) {
        return own.stream()
                .filter(lot -> lot.held() == 0 && lot.told() > 0 && lot.asks() < MAX_ASKS)
                .min(Comparator.comparingInt((Lot lot) -> -lot.told()));
    }

    private void put(Lot asked) {
        lots.removeIf(lot -> lot.group() == asked.group() && lot.warehouse().equals(asked.warehouse()));
        lots.add(asked);
    }
}
