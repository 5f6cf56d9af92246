package io.waybill.command.order;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers lines into the groups that are reserved as one. */
final class LineGroups {
    private LineGroups() {}

    /** The groups of a new order: one for each SKU, numbered from 1 in the order of the lines. */
    static List<LineGroup> of(List<OrderLine> lines, Map<Sku, List<WarehouseId>> sources) {
        return amended(List.of(), 0, lines, sources);
    }

    /**
     * The groups after an amendment. What is reserved for a group is reserved under its number, so no group ever grows, and
     * no number is used twice: more pieces of a SKU are a new group, fewer are taken from its youngest groups first.
     *
     * @param groups those before
     * @param lastNumber the highest number that a group of the order ever had; 0 for a new order
     * @param lines all lines from now on
     * @param sources where a new group may be filled from
     */
    static List<LineGroup> amended(
            List<LineGroup> groups, int lastNumber, List<OrderLine> lines, Map<Sku, List<WarehouseId>> sources) {
        Map<Sku, Integer> missing = wanted(lines);
        List<LineGroup> kept = new ArrayList<>();
        for (LineGroup group : groups.stream()
                .sorted(Comparator.comparingInt(LineGroup::number))
                .toList()) {
            int quantity = Math.min(group.quantity(), missing.getOrDefault(group.sku(), 0));
            if (quantity > 0) {
                kept.add(new LineGroup(group.number(), group.sku(), quantity, group.sources()));
                missing.merge(group.sku(), -quantity, Integer::sum);
            }
        }
        int number = lastNumber;
        for (Map.Entry<Sku, Integer> more : missing.entrySet()) {
            if (more.getValue() > 0) {
                number++;
                kept.add(new LineGroup(
                        number, more.getKey(), more.getValue(), sources.getOrDefault(more.getKey(), List.of())));
            }
        }
        return List.copyOf(kept);
    }

    private static Map<Sku, Integer> wanted(List<OrderLine> lines) {
        Map<Sku, Integer> wanted = new LinkedHashMap<>();
        lines.forEach(line -> wanted.merge(line.sku(), line.quantity(), Math::addExact));
        return wanted;
    }
}
