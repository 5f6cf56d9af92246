package io.waybill.cli.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cancelled invoice: pieces that a customer gave back.
 *
 * @param invoice begins with {@code C}, and is not the one that is cancelled, which the format does not name
 * @param time UK local time
 * @param customer null for a guest
 * @param pieces that came back; zero or less where the file says that some went out
 * @param unitPrice that the shop gave back, in pounds; not always the one that was paid
 * @param occurrence from 1; an invoice may say the same of the same pieces more than once, and mean it
 */
public record RetailCancellation(
        String invoice,
        LocalDateTime time,
        @Nullable String customer,
        String sku,
        int pieces,
        BigDecimal unitPrice,
        int occurrence) {
    RetailCancellation occurring(int time) {
        return new RetailCancellation(invoice, this.time, customer, sku, pieces, unitPrice, time);
    }

    /** What the shop gave back for it, in pounds, rounded half-even to the penny. */
    public BigDecimal total() {
        return new RetailLine(sku, pieces, unitPrice).total();
    }
}
