package io.waybill.projection.golden;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRefused;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidDeferred;
import io.waybill.contract.payment.VoidRequested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** The payments of one order. */
final class Paying {
    private final Shop shop;
    private final OrderId order;
    private final Map<PaymentPart, Money> captured = new HashMap<>();
    List<PaymentPart> parts;

    Paying(Shop shop, OrderId order, List<PaymentPart> parts) {
        this.shop = shop;
        this.order = order;
        this.parts = parts;
    }

    void requested() {
        parts.forEach(
                part -> shop.story.payment(new PaymentRequested(part.paymentId(), order, part.amount(), part.means())));
    }

    void authorized() {
        parts.forEach(part -> shop.story.payment(
                new PaymentAuthorized(part.paymentId(), order, part.amount(), "auth_" + shop.roll(10_000))));
    }

    void declined() {
        boolean isSilent = shop.roll(2) == 0;
        PaymentPart last = parts.getLast();
        shop.story.payment(new PaymentDeclined(
                last.paymentId(),
                order,
                isSilent ? DeclineReason.NOT_ANSWERED : DeclineReason.DECLINED,
                isSilent ? "no answer within 5 s" : "no funds"));
    }

    /** Gives up what is held and not taken; one time in three it has to wait for another answer first. */
    void voided() {
        for (PaymentPart part : parts) {
            if (shop.roll(3) == 0) {
                shop.story.payment(new VoidDeferred(part.paymentId(), order));
            }
            shop.story
                    .payment(new VoidRequested(
                            part.paymentId(), order, part.means().wallet()))
                    .payment(new PaymentVoided(part.paymentId(), order));
        }
    }

    /** Takes what a parcel costs, from one payment after the other; one time in eight only at the second try. */
    void captured(CaptureId capture, Money value) {
        Money left = value;
        for (PaymentPart part : parts) {
            Money taken = captured.getOrDefault(part, Money.zero(value.getCurrencyUnit()));
            Money share = min(left, part.amount().minus(taken));
            if (share.isPositive()) {
                var asked = new CaptureRequested(part.paymentId(), order, capture, share, part.means());
                shop.story.payment(asked);
                if (shop.roll(8) == 0) {
                    shop.story
                            .payment(new CaptureRefused(part.paymentId(), order, capture, share, "TRY_AGAIN"))
                            .payment(asked);
                }
                shop.story.payment(new PaymentCaptured(part.paymentId(), order, capture, share));
                captured.put(part, taken.plus(share));
                left = left.minus(share);
            }
        }
    }

    /** What each payment would give back of this amount. */
    List<RefundPart> shares(Money amount) {
        List<RefundPart> shares = new ArrayList<>();
        Money left = amount;
        for (PaymentPart part : parts) {
            Money share = min(left, captured.getOrDefault(part, Money.zero(amount.getCurrencyUnit())));
            if (share.isPositive()) {
                shares.add(new RefundPart(part.paymentId(), share));
                left = left.minus(share);
            }
        }
        return shares;
    }

    void refunded(RefundId refund, List<RefundPart> shares, boolean isRefusedFirst) {
        for (RefundPart share : shares) {
            PaymentPart part = parts.stream()
                    .filter(each -> each.paymentId().equals(share.paymentId()))
                    .findFirst()
                    .orElseThrow();
            var asked = new RefundRequested(share.paymentId(), order, refund, share.amount(), part.means());
            shop.story.payment(asked);
            if (isRefusedFirst) {
                shop.story
                        .payment(new RefundRefused(share.paymentId(), order, refund, share.amount(), "CARD_EXPIRED"))
                        .payment(asked);
            }
            shop.story.payment(new PaymentRefunded(share.paymentId(), order, refund, share.amount()));
        }
    }

    private static Money min(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }
}
