package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.OrderLine;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * What pieces cost, taken one after the other. Of a line of {@code q} pieces, the first {@code k} cost {@code k/q} of its
 * total, rounded half-even; so whatever the pieces are split into adds up to the total.
 */
final class Prices {
    private final List<OrderLine> lines;
    private final Money nothing;
    private final Map<Sku, Integer> taken = new HashMap<>();

    Prices(List<OrderLine> lines, Money nothing) {
        this.lines = lines;
        this.nothing = nothing;
    }

    /** The price of the next pieces of this SKU, those of earlier lines first. */
    Money take(Sku sku, int pieces) {
        int from = taken.getOrDefault(sku, 0);
        taken.put(sku, from + pieces);
        Money price = nothing;
        int start = 0;
        for (OrderLine line : lines) {
            if (line.sku().equals(sku)) {
                price = price.plus(first(line, from + pieces - start)).minus(first(line, from - start));
                start += line.quantity();
            }
        }
        return price;
    }

    private static Money first(OrderLine line, int pieces) {
        int within = Math.clamp(pieces, 0, line.quantity());
        return part(line.total(), within, line.quantity());
    }

    /** {@code part/whole} of an amount, rounded half-even; a whole of zero has no parts. */
    static Money part(Money amount, long part, long whole) {
        return part == whole || whole == 0
                ? amount
                : amount.toBigMoney()
                        .multipliedBy(part)
                        .dividedBy(whole, RoundingMode.HALF_EVEN)
                        .toMoney();
    }
}
