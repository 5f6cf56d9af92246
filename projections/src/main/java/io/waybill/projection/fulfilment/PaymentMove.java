package io.waybill.projection.fulfilment;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A capture or refund that was asked for and has not come about.
 *
 * @param id names what it is for: a shipment or a return
 * @param at when it was asked for, or refused
 * @param refused why it did not come about; null while it may
 */
record PaymentMove(
        What what,
        String id,
        Money amount,
        Instant at,
        @Nullable String refused) {
    enum What {
        CAPTURE,
        REFUND
    }

    /** These with this one in the place of what was known of it before. */
    List<PaymentMove> in(List<PaymentMove> moves) {
        return More.of(without(moves, what, id), this);
    }

    static List<PaymentMove> without(List<PaymentMove> moves, What what, Object id) {
        return moves.stream()
                .filter(move -> move.what != what || !move.id.equals(id.toString()))
                .toList();
    }
}
