package io.waybill.query.fulfilment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment of an order.
 *
 * @param walletId that it is made with; none for a card, of which nothing is told
 * @param amount that was asked for
 * @param authorized that was held, of which {@code captured} was taken, of which {@code refunded} was given back
 * @param moves captures and refunds that have not come about
 * @param version of its last event; also its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Payment(
        UUID paymentId,
        UUID orderId,
        Means means,
        @Nullable UUID walletId,
        Status status,
        Money amount,
        Money authorized,
        Money captured,
        Money refunded,
        List<Move> moves,
        @Nullable Decline declined,
        Times times,
        long version) {
    public enum Means {
        CARD,
        WALLET
    }

    public enum Status {
        REQUESTED,
        AUTHORIZED,
        DECLINED,
        VOIDING,
        VOIDED,
        PARTIALLY_CAPTURED,
        CAPTURED,
        PARTIALLY_REFUNDED,
        REFUNDED
    }

    /**
     * A capture or refund that was asked for and has not come about.
     *
     * @param what CAPTURE or REFUND
     * @param id of the shipment or return that it is for
     * @param refused why it did not; none while it may
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Move(
            String what,
            UUID id,
            Money amount,
            Instant at,
            @Nullable String refused) {}

    /** @param reason DECLINED or NOT_ANSWERED */
    public record Decline(String reason, String detail) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Times(
            Instant requestedAt,
            @Nullable Instant authorizedAt,
            @Nullable Instant declinedAt,
            @Nullable Instant voidRequestedAt,
            @Nullable Instant voidedAt) {}

    boolean isAuthorized() {
        return switch (status) {
            case AUTHORIZED, PARTIALLY_CAPTURED, CAPTURED, PARTIALLY_REFUNDED, REFUNDED -> true;
            case REQUESTED, DECLINED, VOIDING, VOIDED -> false;
        };
    }

    /** Whether something may be held that was not taken. */
    boolean mayHold() {
        return status == Status.REQUESTED || status == Status.AUTHORIZED || status == Status.VOIDING;
    }

    /** For a person. */
    String named() {
        return "payment " + paymentId + (means == Means.CARD ? " by card" : " by wallet");
    }
}
