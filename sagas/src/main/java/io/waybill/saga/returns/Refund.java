package io.waybill.saga.returns;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.wallet.WalletId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far the refund of a return has come. It is asked of the order, which divides it among its payments: first of the means
 * that they were made with; then what these refused of the fallback wallet, as a refund of the same payments, so that none
 * ever gives more than was captured by it. What was never captured nobody gives.
 *
 * @param attempt from 0; each asks under a name of its own, so that none is taken for a repetition of another
 * @param into the wallet that is asked to take it; null where the original means are
 * @param owed what is asked for; once that is divided, what was refused of it
 * @param awaited the payments that have not said whether they refunded
 * @param early what payments said before the order had said that it asked them: how much of it they refused
 */
record Refund(
        ReturnId returnId,
        int attempt,
        @Nullable WalletId into,
        Money owed,
        Set<PaymentId> awaited,
        List<RefundPart> early,
        Status status) {
    enum Status {
        /** The order is asked which of its payments give how much. */
        ASKED,
        /** Its payments are asked. */
        PAYING,
        /** Nobody takes it; a person has to say how it goes on. */
        STUCK,
        /** The customer has what was captured. */
        PAID
    }

    Refund {
        awaited = Set.copyOf(awaited);
        early = List.copyOf(early);
    }

    static Refund of(ReturnId returnId, Money owed) {
        return asked(returnId, 0, null, owed).with(owed.isZero() ? Status.PAID : Status.ASKED);
    }

    /** Of the original means once more. */
    Refund again() {
        return asked(returnId, attempt + 1, null, owed);
    }

    private static Refund asked(ReturnId returnId, int attempt, @Nullable WalletId into, Money owed) {
        return new Refund(returnId, attempt, into, owed, Set.of(), List.of(), Status.ASKED);
    }

    /** Names what the order is asked for: the return itself, the first time. */
    RefundId id() {
        UUID name = UUID.nameUUIDFromBytes((returnId + "/refund/" + attempt).getBytes(StandardCharsets.UTF_8));
        return new RefundId(attempt == 0 ? returnId.value() : name);
    }

    /** What has had no outcome yet, by the name of its step; the payments' own providers are asked until they answer. */
    Map<String, Object> wanted(OrderId order) {
        return status == Status.ASKED
                ? Map.of("refund-" + attempt, new RefundOrder(order, id(), owed, into))
                : Map.of();
    }

    /** Whether it is news what this payment says. The order may be heard of later than its payments. */
    boolean awaits(RefundId refund, PaymentId payment) {
        return id().equals(refund) && (status == Status.ASKED || awaited.contains(payment));
    }

    Refund divided(OrderRefundRequested event) {
        Set<PaymentId> asked =
                event.parts().stream().map(RefundPart::paymentId).collect(Collectors.toCollection(HashSet::new));
        early.forEach(said -> asked.remove(said.paymentId()));
        Money refused = early.stream().map(RefundPart::amount).reduce(nothing(), Money::plus);
        return new Refund(returnId, attempt, into, refused, asked, List.of(), Status.PAYING);
    }

    Refund given(PaymentId payment) {
        return refused(payment, nothing());
    }

    Refund refused(PaymentId payment, Money amount) {
        if (status == Status.ASKED) {
            List<RefundPart> more = new ArrayList<>(early);
            more.add(new RefundPart(payment, amount));
            return new Refund(returnId, attempt, into, owed, awaited, more, status);
        }
        Set<PaymentId> others = new HashSet<>(awaited);
        others.remove(payment);
        return new Refund(returnId, attempt, into, owed.plus(amount), others, early, status);
    }

    /** All payments have said what they do: what they refused goes into the wallet, if there is one and it was not asked. */
    Refund answered(@Nullable WalletId fallback) {
        if (owed.isZero()) {
            return with(Status.PAID);
        }
        return into == null && fallback != null ? asked(returnId, attempt + 1, fallback, owed) : with(Status.STUCK);
    }

    /** A payment that had refused gave it after all. */
    Refund givenLate(Money amount) {
        Money left = amount.isGreaterThan(owed) ? nothing() : owed.minus(amount);
        return new Refund(returnId, attempt, into, left, awaited, early, left.isZero() ? Status.PAID : status);
    }

    private Money nothing() {
        return Money.zero(owed.getCurrencyUnit());
    }

    private Refund with(Status next) {
        return new Refund(returnId, attempt, into, owed, awaited, early, next);
    }
}
