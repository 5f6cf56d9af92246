package io.waybill.query.fulfilment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one warehouse holds of one SKU for the order, by line group. */
record Stock(String sku, String warehouse, List<Reservation> reservations) {
    /** @param refused the last answer, if that was a no */
    record Reservation(
            int group,
            int held,
            int shipped,
            int released,
            @Nullable Refusal refused,
            @Nullable Instant heldAt,
            @Nullable Instant releasedAt) {
        int pieces() {
            return held + shipped;
        }
    }

    record Refusal(int quantity, int available, Instant at) {}
}
