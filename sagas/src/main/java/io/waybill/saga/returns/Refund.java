package io.waybill.saga.returns;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.wallet.DepositRefund;
import io.waybill.contract.wallet.WalletId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far the refund of a return has come.
 *
 * @param attempt from 0; each asks under names of its own, so that none is taken for a repetition of another
 * @param owed what nobody has given yet, and no payment is being asked for
 * @param awaited the payments that have not said whether they refunded
 */
record Refund(ReturnId returnId, int attempt, Money owed, Set<PaymentId> awaited, Status status) {
    enum Status {
        /** The order is asked which of its payments give how much. */
        ASKED,
        /** Its payments are asked. */
        PAYING,
        /** The fallback wallet is asked. */
        FALLING_BACK,
        /** Nobody takes it; a person has to say how it goes on. */
        STUCK,
        /** The customer has it. */
        PAID
    }

    Refund {
        awaited = Set.copyOf(awaited);
    }

    static Refund of(ReturnId returnId, Money owed) {
        return new Refund(returnId, 0, owed, Set.of(), owed.isZero() ? Status.PAID : Status.ASKED);
    }

    Refund again() {
        return new Refund(returnId, attempt + 1, owed, Set.of(), Status.ASKED);
    }

    /** Names what the order is asked for: the return itself, the first time. */
    RefundId id() {
        return attempt == 0 ? new RefundId(returnId.value()) : new RefundId(named("refund"));
    }

    /** Names what the fallback wallet is asked for: a name of its own, because the order may have been paid by that wallet. */
    RefundId fallbackId() {
        return new RefundId(named("fallback"));
    }

    /** What has had no outcome yet, by the name of its step. */
    Map<String, Object> wanted(OrderId order, @Nullable WalletId fallback) {
        return switch (status) {
            case ASKED -> Map.of("refund-" + attempt, new RefundOrder(order, id(), owed));
            case FALLING_BACK ->
                Map.of("fallback-" + attempt, new DepositRefund(Objects.requireNonNull(fallback), fallbackId(), owed));
            // The payments' own providers are asked until they answer.
            case PAYING, STUCK, PAID -> Map.of();
        };
    }

    boolean awaits(RefundId refund, PaymentId payment) {
        return id().equals(refund) && awaited.contains(payment);
    }

    private UUID named(String what) {
        return UUID.nameUUIDFromBytes((returnId + "/" + what + "/" + attempt).getBytes(StandardCharsets.UTF_8));
    }

    Refund divided(OrderRefundRequested event) {
        Set<PaymentId> asked = event.parts().stream().map(RefundPart::paymentId).collect(Collectors.toSet());
        return new Refund(returnId, attempt, event.uncovered(), asked, Status.PAYING);
    }

    Refund given(PaymentId payment) {
        return new Refund(returnId, attempt, owed, without(payment), status);
    }

    Refund refused(PaymentId payment, Money amount) {
        return new Refund(returnId, attempt, owed.plus(amount), without(payment), status);
    }

    /** All payments have said what they do: what they do not give goes into the wallet, if there is one. */
    Refund answered(@Nullable WalletId fallback) {
        if (owed.isZero()) {
            return with(Status.PAID);
        }
        return with(fallback == null ? Status.STUCK : Status.FALLING_BACK);
    }

    /** A payment that had refused gave it after all. */
    Refund givenLate(Money amount) {
        Money left = amount.isGreaterThan(owed) ? Money.zero(owed.getCurrencyUnit()) : owed.minus(amount);
        return new Refund(returnId, attempt, left, awaited, left.isZero() ? Status.PAID : status);
    }

    Refund with(Status next) {
        return new Refund(returnId, attempt, owed, awaited, next);
    }

    private Set<PaymentId> without(PaymentId payment) {
        Stream<PaymentId> others = awaited.stream().filter(other -> !other.equals(payment));
        return others.collect(Collectors.toSet());
    }
}
