package io.waybill.query.fulfilment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the order itself says.
 *
 * @param since when it came into this status
 * @param groups what has to be reserved, and {@code payments} what it is paid with, as of the last amendment
 * @param reason why it was cancelled or closed, if somebody said so
 * @param version of the order's last event that is in here
 */
record OrderFacts(
        OrderStatus status,
        Instant since,
        Instant placedAt,
        ShortStock onShortStock,
        Loss onLoss,
        List<Group> groups,
        List<UUID> payments,
        List<Amendment> amendments,
        List<Refund> refunds,
        List<Rejection> rejections,
        @Nullable String reason,
        long version) {
    /** What becomes of an order that cannot be filled whole. */
    enum ShortStock {
        REJECT,
        SHIP_AVAILABLE
    }

    /** What becomes of the pieces of a lost shipment. */
    enum Loss {
        REFUND,
        RESHIP
    }

    /** @param sources the warehouses that are asked for it, first choice first */
    record Group(int number, String sku, int quantity, List<String> sources) {}

    /** @param covered what goes back by the payments, and {@code uncovered} what none of them could give */
    record Refund(UUID refundId, Money covered, Money uncovered, Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejection(String reason, @Nullable String sku, String detail) {}

    /** When the order became what it is now. */
    Instant asItIsSince() {
        return amendments.isEmpty() ? placedAt : amendments.getLast().at();
    }
}
