package io.waybill.cli.loading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the cancellations. Its component names are those of {@code --json}.
 *
 * @param cancellations lines of cancelled invoices that were looked at
 * @param matched those of which an order was found that they were taken for a return of
 * @param value of the matched pieces at the prices they were bought for, in pounds
 * @param credited what the shop's own books gave back for them, in pounds; refunded is what was paid
 * @param refunds returns that have come to their refund
 * @param refunded in pounds; equal to the value once all have
 * @param unmatched by reason
 * @param refused what Waybill did not take, and why; the first of them
 */
public record ReturnsReport(
        long cancellations,
        int matched,
        String value,
        String credited,
        int refunds,
        String refunded,
        Map<String, Long> unmatched,
        int refusedCount,
        List<String> refused) {
    private static final int REFUSALS_SHOWN = 10;

    static ReturnsReport of(Matching matching, Returns returns) {
        Map<String, Long> unmatched = new TreeMap<>();
        matching.unmatched().forEach((reason, count) -> unmatched.put(reason.toString(), count));
        int matched = matching.matches().size();
        return new ReturnsReport(
                matched + unmatched.values().stream().mapToLong(Long::longValue).sum(),
                matched,
                matching.value().toPlainString(),
                matching.credited().toPlainString(),
                returns.refunds(),
                returns.refunded().toPlainString(),
                unmatched,
                returns.refusals().size(),
                returns.refusals().stream().limit(REFUSALS_SHOWN).toList());
    }

    /** Whether every match was refunded, with what it was worth. */
    public boolean isComplete() {
        return refusedCount == 0 && refunds == matched && refunded.equals(value);
    }
}
