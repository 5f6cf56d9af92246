package io.waybill.saga.payment;

import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordCapture;
import io.waybill.contract.payment.RecordCaptureRefusal;
import io.waybill.contract.payment.RecordDecline;
import io.waybill.contract.payment.RecordRefund;
import io.waybill.contract.payment.RecordRefundRefusal;
import io.waybill.contract.payment.RecordVoid;
import io.waybill.contract.payment.RefundId;
import io.waybill.saga.step.Steps.Step;

/**
 * What goes back to a payment. An outcome has one name however it was learnt, by an answer, a webhook or a wallet's event,
 * so the payment hears of it once.
 */
public final class PaymentSteps {
    private PaymentSteps() {}

    public static Step authorized(PaymentId payment, String authorization) {
        return step(payment, "authorized", new RecordAuthorization(payment, authorization));
    }

    public static Step declined(PaymentId payment, String detail) {
        return step(payment, "declined", new RecordDecline(payment, DeclineReason.DECLINED, detail));
    }

    public static Step notAnswered(PaymentId payment, String detail) {
        return step(payment, "not-answered", new RecordDecline(payment, DeclineReason.NOT_ANSWERED, detail));
    }

    public static Step captured(PaymentId payment, CaptureId capture) {
        return step(payment, "captured/" + capture, new RecordCapture(payment, capture));
    }

    public static Step captureRefused(PaymentId payment, CaptureId capture, String detail) {
        return step(payment, "capture-refused/" + capture, new RecordCaptureRefusal(payment, capture, detail));
    }

    /**
     * @param cause what it was voided for: a payment that turns out to be authorized after its void was asked for is voided
     *     once more, and waits for the outcome of each
     */
    public static Step voided(PaymentId payment, String cause) {
        return step(payment, "voided/" + cause, new RecordVoid(payment));
    }

    public static Step refunded(PaymentId payment, RefundId refund) {
        return step(payment, "refunded/" + refund, new RecordRefund(payment, refund));
    }

    public static Step refundRefused(PaymentId payment, RefundId refund, String detail) {
        return step(payment, "refund-refused/" + refund, new RecordRefundRefusal(payment, refund, detail));
    }

    private static Step step(PaymentId payment, String name, Object command) {
        return new Step("payment/" + payment + "/" + name, command);
    }
}
