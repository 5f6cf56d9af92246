package io.waybill.projection.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When what was asked of a payment, and answered. */
record PaymentTimes(
        Instant requestedAt,
        @Nullable Instant authorizedAt,
        @Nullable Instant declinedAt,
        @Nullable Instant voidRequestedAt,
        @Nullable Instant voidedAt) {

    static PaymentTimes requested(Instant at) {
        return new PaymentTimes(at, null, null, null, null);
    }

    PaymentTimes authorized(Instant at) {
        return new PaymentTimes(requestedAt, at, declinedAt, voidRequestedAt, voidedAt);
    }

    PaymentTimes declined(Instant at) {
        return new PaymentTimes(requestedAt, authorizedAt, at, voidRequestedAt, voidedAt);
    }

    PaymentTimes voidRequested(Instant at) {
        return new PaymentTimes(requestedAt, authorizedAt, declinedAt, at, voidedAt);
    }

    PaymentTimes voided(Instant at) {
        return new PaymentTimes(requestedAt, authorizedAt, declinedAt, voidRequestedAt, at);
    }
}
