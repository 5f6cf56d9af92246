package io.waybill.query.fulfilment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One shipment of an order; where it goes stands in the order.
 *
 * @param value what it costs the customer
 * @param amendment of the order that it was packed for
 * @param replaces the shipment that was lost
 * @param endedAt when it was delivered, lost or withdrawn
 * @param detail of a loss
 * @param version of its last event; also its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shipment(
        UUID shipmentId,
        UUID orderId,
        Status status,
        String warehouse,
        List<Item> items,
        Money value,
        int amendment,
        @Nullable UUID replaces,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant preparedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant endedAt,
        @Nullable String detail,
        long version) {
    public enum Status {
        PREPARED,
        BOOKED,
        DISPATCHED,
        DELIVERED,
        LOST,
        WITHDRAWN
    }

    /** @param group the line group that the pieces were reserved for */
    public record Item(int group, String sku, int quantity) {}

    boolean isPacked() {
        return status == Status.PREPARED || status == Status.BOOKED;
    }
}
