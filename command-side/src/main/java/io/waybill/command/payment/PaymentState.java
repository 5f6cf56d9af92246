package io.waybill.command.payment;

import io.waybill.command.payment.Parts.Answer;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRefused;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentDeclined;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidDeferred;
import io.waybill.contract.payment.VoidRequested;
import org.joda.money.Money;

/**
 * Where a payment stands.
 *
 * @param amount what was requested; held, if {@code authorized}
 * @param authorized whether the provider ever said that it holds the amount
 * @param voids how many voids are under way: a second one is asked for when an authorization turns up after the first
 */
record PaymentState(
        OrderId orderId,
        Money amount,
        PaymentMeans means,
        Status status,
        boolean authorized,
        int voids,
        Parts<CaptureId> captures,
        Parts<RefundId> refunds) {
    enum Status {
        REQUESTED,
        AUTHORIZED,
        DECLINED,
        VOID_DEFERRED,
        VOIDING,
        VOIDED
    }

    static PaymentState requested(PaymentRequested event) {
        return new PaymentState(
                event.orderId(),
                event.amount(),
                event.means(),
                Status.REQUESTED,
                false,
                0,
                Parts.none(event.amount().getCurrencyUnit()),
                Parts.none(event.amount().getCurrencyUnit()));
    }

    /** What is held and not spoken for by a capture; never negative. */
    Money capturable() {
        return authorized ? amount.minus(captures.spokenFor()) : Money.zero(amount.getCurrencyUnit());
    }

    /** What was captured and not spoken for by a refund; never negative. */
    Money refundable() {
        return captures.done().minus(refunds.spokenFor());
    }

    PaymentState after(PaymentEvent event) {
        return switch (event) {
            case PaymentRequested requested -> requested(requested);
            case PaymentAuthorized yes ->
                new PaymentState(
                        orderId,
                        amount,
                        means,
                        status == Status.REQUESTED ? Status.AUTHORIZED : status,
                        true,
                        voids,
                        captures,
                        refunds);
            case PaymentDeclined no -> with(Status.DECLINED, voids);
            case CaptureRequested asked -> captures(captures.with(asked.capture(), asked.amount(), Answer.AWAITED));
            case PaymentCaptured done -> captures(captures.with(done.capture(), done.amount(), Answer.DONE));
            case CaptureRefused no -> captures(captures.with(no.capture(), no.amount(), Answer.REFUSED));
            case VoidDeferred later -> with(Status.VOID_DEFERRED, voids);
            case VoidRequested asked -> with(Status.VOIDING, voids + 1);
            case PaymentVoided done -> voids > 1 ? with(Status.VOIDING, voids - 1) : with(Status.VOIDED, 0);
            case RefundRequested asked -> refunds(refunds.with(asked.refund(), asked.amount(), Answer.AWAITED));
            case PaymentRefunded done -> refunds(refunds.with(done.refund(), done.amount(), Answer.DONE));
            case RefundRefused no -> refunds(refunds.with(no.refund(), no.amount(), Answer.REFUSED));
        };
    }

    private PaymentState with(Status next, int voidsUnderWay) {
        return new PaymentState(orderId, amount, means, next, authorized, voidsUnderWay, captures, refunds);
    }

    private PaymentState captures(Parts<CaptureId> next) {
        return new PaymentState(orderId, amount, means, status, authorized, voids, next, refunds);
    }

    private PaymentState refunds(Parts<RefundId> next) {
        return new PaymentState(orderId, amount, means, status, authorized, voids, captures, next);
    }
}
