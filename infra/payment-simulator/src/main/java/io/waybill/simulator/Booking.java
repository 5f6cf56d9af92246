package io.waybill.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier has of a shipment.
 *
 * @param trackingNumber null for one that was cancelled before it was booked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Booking(
        String shipmentId,
        Status status,
        @Nullable String carrier,
        @Nullable String trackingNumber) {
    enum Status {
        BOOKED,
        CANCELLED
    }

    Booking cancelled() {
        return new Booking(shipmentId, Status.CANCELLED, carrier, trackingNumber);
    }
}
