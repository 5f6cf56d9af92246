package io.waybill.command.order;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.OrderLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** What of an order's lines arrived, and what it is worth when it comes back. */
final class Deliveries {
    private Deliveries() {}

    /**
     * All pieces can be returned but those that were lost. A shipment knows SKUs and not lines, so where several lines ask
     * for the same SKU, the last of them counts as lost first.
     *
     * <p>What arrived is worth what was paid for it, and with what was lost, which was refunded, that is the order's total.
     * The pieces by themselves may come to a penny more or less, because lost ones are rounded in another sequence; or to
     * much more or less, where lines of one SKU have different prices. That difference stands on the lines that lost pieces.
     *
     * @param lost how many pieces of each SKU did not arrive
     * @param worth what was paid for all that did
     * @return by line number
     */
    static Map<Integer, ReturnableLine> of(List<OrderLine> lines, Map<Sku, Integer> lost, Money worth) {
        Map<Sku, Integer> toTake = new HashMap<>(lost);
        List<ReturnableLine> delivered = new ArrayList<>();
        for (OrderLine line : lines.reversed()) {
            int missing = Math.min(line.quantity(), toTake.getOrDefault(line.sku(), 0));
            toTake.merge(line.sku(), -missing, Integer::sum);
            delivered.add(ReturnableLine.delivered(line, line.quantity() - missing));
        }
        delivered.sort(
                Comparator.comparing(line -> !lost.containsKey(line.line().sku())));
        Map<Integer, ReturnableLine> returnable = new HashMap<>();
        Money rest = delivered.stream().map(ReturnableLine::worth).reduce(worth, Money::minus);
        for (ReturnableLine line : delivered) {
            ReturnableLine changed = line.worthAsMuchAs(rest);
            returnable.put(line.line().number(), changed);
            rest = rest.minus(changed.worth()).plus(line.worth());
        }
        return withRest(returnable, delivered, rest);
    }

    /** More than the lines cost by themselves: the lost ones were the cheaper of their SKU. */
    private static Map<Integer, ReturnableLine> withRest(
            Map<Integer, ReturnableLine> returnable, List<ReturnableLine> delivered, Money rest) {
        delivered.stream()
                .filter(line -> line.delivered() > 0)
                .findFirst()
                .filter(line -> rest.isPositive())
                .ifPresent(line -> returnable.computeIfPresent(
                        line.line().number(), (number, changed) -> changed.worthMore(rest)));
        return returnable;
    }
}
