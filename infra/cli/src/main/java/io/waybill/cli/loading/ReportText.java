package io.waybill.cli.loading;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** A report for people. */
public final class ReportText {
    private static final Map<String, String> STATES = Map.of(Outcomes.OPEN, "still open");

    private ReportText() {}

    public static String of(ImportReport report) {
        StringBuilder text = new StringBuilder();
        row(
                text,
                "orders placed",
                report.placed(),
                "%,d lines, GBP %s".formatted(report.lines(), pounds(report.revenue())));
        report.byState()
                .forEach((state, group) ->
                        row(text, "  " + words(state), group.orders(), "GBP " + pounds(group.revenue())));
        report.rejections().forEach((reason, count) -> row(text, "    " + words(reason), count, ""));
        if (report.refusedCount() > 0) {
            row(text, "orders refused", report.refusedCount(), "");
            report.refused()
                    .forEach(refusal -> text.append("    ").append(refusal).append('\n'));
        }
        returns(text, report.returns());
        long rows = report.rowsNotOrders().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        row(text, "rows not orders", rows, "");
        report.rowsNotOrders().forEach((reason, count) -> row(text, "  " + reason, count, ""));
        text.append(String.format(
                Locale.ROOT,
                "%.1f s in all, %.1f s to place; %.1f orders/s from the first product to the last end%n",
                report.seconds(),
                report.secondsToPlace(),
                report.ordersPerSecond()));
        return text.toString();
    }

    private static void returns(StringBuilder text, ReturnsReport returns) {
        if (returns.cancellations() == 0) {
            return;
        }
        row(text, "cancellations", returns.cancellations(), "");
        row(
                text,
                "  returned",
                returns.matched(),
                "GBP %s as bought, %s as credited".formatted(pounds(returns.value()), pounds(returns.credited())));
        row(text, "  refunded", returns.refunds(), "GBP " + pounds(returns.refunded()));
        returns.unmatched().forEach((reason, count) -> row(text, "  " + reason, count, ""));
        returns.refused().forEach(refusal -> text.append("    ").append(refusal).append('\n'));
    }

    private static void row(StringBuilder text, String what, long count, String more) {
        text.append(String.format(Locale.ROOT, "%-24s %,9d  %s", what, count, more)
                        .stripTrailing())
                .append('\n');
    }

    private static String words(String constant) {
        return STATES.getOrDefault(constant, constant.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String pounds(String amount) {
        return String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount));
    }
}
