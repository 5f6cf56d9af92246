package io.waybill.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the provider has of a payment.
 *
 * <table>
 * <caption>Its life</caption>
 * <tr><th>from</th><th>on</th><th>to</th></tr>
 * <tr><td>–</td><td>authorize, the card holds</td><td>AUTHORIZED</td></tr>
 * <tr><td>–, DECLINED</td><td>authorize, the card does not hold</td><td>DECLINED</td></tr>
 * <tr><td>DECLINED</td><td>authorize another card</td><td>AUTHORIZED</td></tr>
 * <tr><td>AUTHORIZED</td><td>capture a part, the card gives it</td><td>AUTHORIZED</td></tr>
 * <tr><td>–, AUTHORIZED, DECLINED</td><td>void</td><td>VOIDED: nothing more is held; what was captured stays</td></tr>
 * <tr><td>AUTHORIZED, VOIDED</td><td>refund a part of what was captured</td><td>the same</td></tr>
 * </table>
 *
 * @param amount null for a payment that was voided, or forgotten, before it was seen
 * @param captures by the id that each was asked for under
 * @param refunds likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Payment(
        String paymentId,
        Status status,
        @Nullable String authorization,
        @Nullable Money amount,
        Map<String, Money> captures,
        Map<String, Money> refunds,
        @JsonIgnore Card card) {
    enum Status {
        AUTHORIZED,
        DECLINED,
        VOIDED
    }

    Payment {
        captures = Map.copyOf(captures);
        refunds = Map.copyOf(refunds);
    }

    static Payment held(AuthorizationRequest request, String authorization) {
        return of(request, Status.AUTHORIZED, authorization);
    }

    static Payment declined(AuthorizationRequest request) {
        return of(request, Status.DECLINED, null);
    }

    /** One that is not remembered. */
    static Payment unseen(String paymentId, Status status) {
        return new Payment(paymentId, status, null, null, Map.of(), Map.of(), Card.APPROVE);
    }

    private static Payment of(AuthorizationRequest request, Status status, @Nullable String authorization) {
        return new Payment(
                request.paymentId(),
                status,
                authorization,
                request.amount(),
                Map.of(),
                Map.of(),
                Card.of(request.cardToken()));
    }

    Payment voided() {
        return new Payment(paymentId, Status.VOIDED, authorization, amount, captures, refunds, card);
    }

    Payment captured(String capture, Money part) {
        return new Payment(paymentId, status, authorization, amount, with(captures, capture, part), refunds, card);
    }

    Payment refunded(String refund, Money part) {
        return new Payment(paymentId, status, authorization, amount, captures, with(refunds, refund, part), card);
    }

    /** Whether so much can still be taken of what is held. */
    boolean holds(Money part) {
        return amount == null || !total(captures.values(), part).isGreaterThan(amount);
    }

    /** Whether so much can still be given back of what was taken. */
    boolean has(Money part) {
        return amount == null
                || !total(refunds.values(), part)
                        .isGreaterThan(total(captures.values(), Money.zero(part.getCurrencyUnit())));
    }

    private static Money total(Collection<Money> parts, Money more) {
        return parts.stream().reduce(more, Money::plus);
    }

    private static Map<String, Money> with(Map<String, Money> parts, String id, Money part) {
        Map<String, Money> all = new HashMap<>(parts);
        all.put(id, part);
        return all;
    }
}
