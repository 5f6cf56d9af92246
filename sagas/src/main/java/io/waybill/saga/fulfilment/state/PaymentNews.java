package io.waybill.saga.fulfilment.state;

import io.waybill.contract.payment.CaptureId;
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
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidDeferred;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.shipment.ShipmentId;
import java.util.function.UnaryOperator;
import org.joda.money.Money;

/** A fulfilment after what happened to its payments. */
public final class PaymentNews {
    private PaymentNews() {}

    public static FulfilmentState after(FulfilmentState state, PaymentEvent event) {
        return switch (event) {
            case PaymentRequested requested ->
                decide(state, requested.paymentId(), fund -> fund.with(Fund.Status.REQUESTED));
            case PaymentAuthorized authorized ->
                decide(state, authorized.paymentId(), fund -> fund.with(Fund.Status.AUTHORIZED));
            case PaymentDeclined declined -> decide(state, declined.paymentId(), fund -> declined(fund, declined));
            case PaymentVoided voided -> voided(state, voided.paymentId());
            case PaymentCaptured captured ->
                capture(state, captured.paymentId(), captured.capture(), captured.amount(), Share.Status.CAPTURED);
            case CaptureRefused refused ->
                capture(state, refused.paymentId(), refused.capture(), refused.amount(), Share.Status.REFUSED)
                        .noting(notes ->
                                notes.trouble(refused.amount() + " could not be captured: " + refused.detail()));
            case PaymentRefunded refunded ->
                refund(state, refunded.refund(), refunded.paymentId(), refunded.amount(), Refund::done);
            case RefundRefused refused ->
                refund(state, refused.refund(), refused.paymentId(), refused.amount(), Refund::refused)
                        .noting(notes ->
                                notes.trouble(refused.amount() + " could not be refunded: " + refused.detail()));
            // What is wanted of a provider is not yet done.
            case CaptureRequested wanted -> state;
            case VoidDeferred wanted -> state;
            case VoidRequested wanted -> state;
            case RefundRequested wanted -> state;
        };
    }

    private static Fund declined(Fund fund, PaymentDeclined event) {
        return fund.failed(
                event.reason() == DeclineReason.NOT_ANSWERED ? Fund.Status.UNANSWERED : Fund.Status.DECLINED,
                event.detail());
    }

    private static FulfilmentState decide(FulfilmentState state, PaymentId payment, UnaryOperator<Fund> decision) {
        return state.withFunds(fund -> fund.id().equals(payment) && fund.isUndecided(), decision);
    }

    /** Of a payment that gave its share, the rest was given back, and that undoes nothing. */
    private static FulfilmentState voided(FulfilmentState state, PaymentId payment) {
        FulfilmentState next =
                state.withFunds(fund -> fund.id().equals(payment), fund -> fund.with(Fund.Status.VOIDED));
        return state.stage().isCommitted() ? next : next.noting(notes -> notes.undone("payment " + payment));
    }

    private static FulfilmentState capture(
            FulfilmentState state, PaymentId payment, CaptureId capture, Money amount, Share.Status status) {
        return state.withParcel(
                new ShipmentId(capture.value()),
                parcel -> parcel.shares().stream()
                                .anyMatch(share -> share.payment().equals(payment) && share.isOpen())
                        ? parcel.withShare(new Share(payment, amount, status))
                        : parcel);
    }

    /** A payment may be heard of before the order has said that it asked it: then its part is remembered. */
    private static FulfilmentState refund(
            FulfilmentState state, RefundId refund, PaymentId payment, Money amount, UnaryOperator<Refund> outcome) {
        return state.withParcels(state.parcels().stream()
                .map(parcel -> parcel.status() == Parcel.Status.REFUNDING
                                && parcel.id().value().equals(refund.value())
                        ? parcel.knowing(parcel.refund(payment, refund, amount))
                        : parcel)
                .map(parcel -> parcel.withRefunds(
                        part -> part.id().equals(refund) && part.payment().equals(payment) && !part.isSettled()
                                ? outcome.apply(part)
                                : part))
                .toList());
    }
}
