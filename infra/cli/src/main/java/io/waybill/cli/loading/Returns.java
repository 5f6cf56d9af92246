package io.waybill.cli.loading;

import io.waybill.cli.loading.Matching.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What became of the returns so far. Several threads report to it at once. */
final class Returns {
    private final List<String> refusals = new ArrayList<>();
    private int refunds;
    private BigDecimal refunded = new BigDecimal("0.00");

    synchronized void refunded(BigDecimal pounds) {
        refunds++;
        refunded = refunded.add(pounds);
    }

    synchronized void refused(Match match, String complaint) {
        refusals.add("%s of %s to invoice %s: %s"
                .formatted(
                        match.cancellation().invoice(),
                        match.cancellation().sku(),
                        match.order().order().invoice(),
                        complaint));
    }

    synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    synchronized int refunds() {
        return refunds;
    }

    /** In pounds. */
    synchronized BigDecimal refunded() {
        return refunded;
    }
}
