package io.waybill.projection.fulfilment;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.CaptureRefused;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidDeferred;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.projection.fulfilment.PaymentMove.What;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One of the order's payments. What a card is known by to its provider is not kept: nobody who reads needs it.
 *
 * <pre>
 *  status              because
 *  PARTIALLY_REFUNDED  some, or REFUNDED all, of what was captured was given back
 *  PARTIALLY_CAPTURED  some was captured, and the rest is still held
 *  CAPTURED            some was captured, and nothing is held any more
 *  VOIDING, VOIDED     nothing was captured, and nothing is to be held any more, or is
 *  DECLINED            the provider or the wallet said no, or nothing in time
 *  AUTHORIZED          the amount is held
 *  REQUESTED           there is no answer yet
 * </pre>
 *
 * @param walletId that it is made with; null for a card
 * @param amount that was asked for
 * @param moves captures and refunds that have not come about
 */
record PaymentPart(
        PaymentId paymentId,
        OrderId orderId,
        Means means,
        @Nullable WalletId walletId,
        Status status,
        Money amount,
        Money authorized,
        Money captured,
        Money refunded,
        List<PaymentMove> moves,
        @Nullable Decline declined,
        PaymentTimes times)
        implements Part {
    enum Means {
        CARD,
        WALLET
    }

    enum Status {
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

    record Decline(DeclineReason reason, String detail) {}

    static @Nullable PaymentPart after(@Nullable PaymentPart before, PaymentEvent event, Instant at) {
        if (event instanceof PaymentRequested requested) {
            return requested(requested, at);
        }
        return before == null ? null : before.after(event, at);
    }

    private static PaymentPart requested(PaymentRequested event, Instant at) {
        WalletId wallet = event.means().wallet();
        Money none = Money.zero(event.amount().getCurrencyUnit());
        return new PaymentPart(
                event.paymentId(),
                event.orderId(),
                wallet == null ? Means.CARD : Means.WALLET,
                wallet,
                Status.REQUESTED,
                event.amount(),
                none,
                none,
                none,
                List.of(),
                null,
                PaymentTimes.requested(at));
    }

    private PaymentPart after(PaymentEvent event, Instant at) {
        return switch (event) {
            // Deferred, nothing changes yet: the void is requested once the captures have their outcome.
            case PaymentRequested _, VoidDeferred _ -> this;
            case PaymentAuthorized(var _, var _, Money held, var _) ->
                with(held, captured, refunded, moves, declined, times.authorized(at));
            case PaymentDeclined(var _, var _, DeclineReason reason, String detail) ->
                with(authorized, captured, refunded, moves, new Decline(reason, detail), times.declined(at));
            case VoidRequested _ -> with(authorized, captured, refunded, moves, declined, times.voidRequested(at));
            case PaymentVoided _ -> with(authorized, captured, refunded, moves, declined, times.voided(at));
            case CaptureRequested asked -> moving(What.CAPTURE, asked.capture(), asked.amount(), at, null);
            case CaptureRefused no -> moving(What.CAPTURE, no.capture(), no.amount(), at, no.detail());
            case RefundRequested asked -> moving(What.REFUND, asked.refund(), asked.amount(), at, null);
            case RefundRefused no -> moving(What.REFUND, no.refund(), no.amount(), at, no.detail());
            case PaymentCaptured(var _, var _, var capture, Money taken) ->
                with(
                        authorized,
                        captured.plus(taken),
                        refunded,
                        PaymentMove.without(moves, What.CAPTURE, capture),
                        declined,
                        times);
            case PaymentRefunded(var _, var _, var refund, Money given) ->
                with(
                        authorized,
                        captured,
                        refunded.plus(given),
                        PaymentMove.without(moves, What.REFUND, refund),
                        declined,
                        times);
        };
    }

    private PaymentPart moving(What what, Object id, Money money, Instant at, @Nullable String refused) {
        PaymentMove move = new PaymentMove(what, id.toString(), money, at, refused);
        return with(authorized, captured, refunded, move.in(moves), declined, times);
    }

    private PaymentPart with(
            Money held, Money taken, Money given, List<PaymentMove> left, @Nullable Decline no, PaymentTimes then) {
        Status now = status(held, taken, given, no, then);
        return new PaymentPart(paymentId, orderId, means, walletId, now, amount, held, taken, given, left, no, then);
    }

    private static Status status(Money held, Money taken, Money given, @Nullable Decline no, PaymentTimes then) {
        if (given.isPositive()) {
            return given.isLessThan(taken) ? Status.PARTIALLY_REFUNDED : Status.REFUNDED;
        }
        if (taken.isPositive()) {
            boolean restIsHeld = taken.isLessThan(held) && then.voidedAt() == null;
            return restIsHeld ? Status.PARTIALLY_CAPTURED : Status.CAPTURED;
        }
        if (then.voidRequestedAt() != null) {
            return then.voidedAt() == null ? Status.VOIDING : Status.VOIDED;
        }
        if (no != null) {
            return Status.DECLINED;
        }
        return then.authorizedAt() == null ? Status.REQUESTED : Status.AUTHORIZED;
    }
}
