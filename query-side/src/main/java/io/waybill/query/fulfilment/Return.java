package io.waybill.query.fulfilment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One return of an order.
 *
 * @param items what is to come back
 * @param fallback the wallet that takes the refund where the original means cannot
 * @param since when it came into this status
 * @param received what came back, and {@code warehouse} where
 * @param refund what is given back for it; none before anything came
 * @param declined why the customer keeps them
 * @param outcome REFUNDED or NOT_RECEIVED, once it is closed
 * @param version of its last event; also its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Return(
        UUID returnId,
        UUID orderId,
        Status status,
        List<Item> items,
        String reason,
        @Nullable UUID fallback,
        Instant requestedAt,
        Instant since,
        @Nullable String warehouse,
        List<Received> received,
        @Nullable Money refund,
        @Nullable String declined,
        @Nullable String outcome,
        long version) {
    public enum Status {
        REQUESTED,
        APPROVED,
        DECLINED,
        RECEIVED,
        CLOSED
    }

    public record Item(int line, String sku, int quantity, Money value) {}

    /** @param condition SELLABLE or DAMAGED */
    public record Received(int line, String sku, int quantity, String condition, Money value) {}
}
