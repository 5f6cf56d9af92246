package io.waybill.command.order;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The shipments that have left. A shipment that replaces a lost one is not among them. */
record Departures(Map<ShipmentId, Departure> shipments) {
    static final Departures NONE = new Departures(Map.of());

    Departures {
        shipments = Map.copyOf(shipments);
    }

    Departures and(ShipmentId shipment, Departure departure) {
        Map<ShipmentId, Departure> more = new HashMap<>(shipments);
        more.put(shipment, departure);
        return new Departures(more);
    }

    Departures without(Collection<ShipmentId> some) {
        Map<ShipmentId, Departure> others = new HashMap<>(shipments);
        others.keySet().removeAll(some);
        return new Departures(others);
    }

    /** What the customer pays for all of them. */
    Money value(CurrencyUnit currency) {
        return shipments.values().stream().map(Departure::value).reduce(Money.zero(currency), Money::plus);
    }

    boolean include(ShipmentId shipment) {
        return shipments.containsKey(shipment);
    }

    /** Whether nothing has left that is not in the groups: not another SKU, not a piece too many. */
    boolean fitInto(List<LineGroup> groups) {
        Map<Integer, LineGroup> byNumber = new HashMap<>();
        groups.forEach(group -> byNumber.put(group.number(), group));
        Map<Integer, Long> pieces = new HashMap<>();
        items(shipments.keySet()).forEach(item -> pieces.merge(item.group(), (long) item.quantity(), Long::sum));
        return items(shipments.keySet()).allMatch(item -> {
            LineGroup group = byNumber.get(item.group());
            return group != null
                    && item.quantity() > 0
                    && group.sku().equals(item.sku())
                    && pieces.getOrDefault(item.group(), 0L) <= group.quantity();
        });
    }

    /** Whether every piece has left, given that they {@link #fitInto fit}. */
    boolean fill(List<LineGroup> groups) {
        return items(shipments.keySet()).mapToLong(ShipmentItem::quantity).sum()
                == groups.stream().mapToLong(LineGroup::quantity).sum();
    }

    /** How many pieces of each SKU were in these shipments. */
    Map<Sku, Integer> pieces(Collection<ShipmentId> some) {
        Map<Sku, Integer> pieces = new HashMap<>();
        items(some).forEach(item -> pieces.merge(item.sku(), item.quantity(), Integer::sum));
        return pieces;
    }

    private Stream<ShipmentItem> items(Collection<ShipmentId> some) {
        return some.stream()
                .distinct()
                .flatMap(shipment -> Stream.ofNullable(shipments.get(shipment)))
                .flatMap(departure -> departure.items().stream());
    }
}
