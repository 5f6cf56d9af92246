package io.waybill.cli.loading;

import io.waybill.cli.retail.NotAnOrder;
import io.waybill.cli.retail.RetailFile;
import io.waybill.cli.retail.RetailOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import came to. Its component names are those of {@code --json}.
 *
 * @param products in the orders, whether new or known before
 * @param byState placed orders by what became of them; {@code PLACED} are those that are not at an end
 * @param rejections how many orders were rejected for each reason
 * @param refused orders that were not accepted, and why; the first of them
 * @param revenue of all placed orders, in pounds, whatever became of them
 * @param rowsNotOrders by reason
 */
public record ImportReport(
        int ordersInFile,
        int placed,
        long lines,
        int products,
        Map<String, Group> byState,
        Map<String, Long> rejections,
        int refusedCount,
        List<String> refused,
        String revenue,
        ReturnsReport returns,
        Map<String, Long> rowsNotOrders,
        double secondsToPlace,
        double seconds,
        double ordersPerSecond) {
    private static final int REFUSALS_SHOWN = 10;

    /** @param revenue in pounds */
    public record Group(int orders, String revenue) {
        static Group of(List<RetailOrder> orders) {
            return new Group(orders.size(), sum(orders));
        }
    }

    static ImportReport of(RetailFile file, Outcomes outcomes, ReturnsReport returns, long placedNanos, long nanos) {
        Map<String, Group> byState = new TreeMap<>();
        outcomes.byState().forEach((state, orders) -> byState.put(state, Group.of(orders)));
        List<RetailOrder> placed =
                outcomes.all().stream().map(Outcomes.Placed::order).toList();
        return new ImportReport(
                file.orders().size(),
                placed.size(),
                placed.stream().mapToLong(order -> order.lines().size()).sum(),
                file.products().size(),
                byState,
                outcomes.reasons(),
                outcomes.refusals().size(),
                outcomes.refusals().stream().limit(REFUSALS_SHOWN).toList(),
                sum(placed),
                returns,
                words(file.rowsNotOrders()),
                tenths(placedNanos / 1e9),
                tenths(nanos / 1e9),
                tenths(placed.size() / Math.max(0.001, nanos / 1e9)));
    }

    public int open() {
        Group open = byState.get(Outcomes.OPEN);
        return open == null ? 0 : open.orders();
    }

    /** Whether every order of the file was placed and is at an end, and so is every return. */
    public boolean isComplete() {
        return placed == ordersInFile && open() == 0 && returns.isComplete();
    }

    private static String sum(List<RetailOrder> orders) {
        return orders.stream()
                .map(RetailOrder::total)
                .reduce(new BigDecimal("0.00"), BigDecimal::add)
                .toPlainString();
    }

    private static Map<String, Long> words(Map<NotAnOrder, Long> counts) {
        Map<String, Long> words = new TreeMap<>();
        counts.forEach((reason, count) -> words.put(reason.toString(), count));
        return words;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
