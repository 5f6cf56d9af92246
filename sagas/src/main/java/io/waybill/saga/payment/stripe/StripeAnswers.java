package io.waybill.saga.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import io.waybill.saga.payment.Outcome;
import io.waybill.saga.payment.Outcome.Done;
import io.waybill.saga.payment.Outcome.Pending;
import io.waybill.saga.payment.Outcome.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the state of Stripe's objects means. */
final class StripeAnswers {
    private static final String AVAILABLE = "available";

    private StripeAnswers() {}

    /** What became of the authorization, or null while nothing did (https://docs.stripe.com/payments/paymentintents/lifecycle). */
    static @Nullable Outcome authorized(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "requires_capture", "succeeded" -> new Done(intent.getId());
            case "processing" -> new Pending();
            case "canceled" -> new Refused("the payment was cancelled");
            default -> {
                StripeError error = intent.getLastPaymentError();
                yield error == null ? null : new Refused(reason(error));
            }
        };
    }

    /** As before, but of one that was just confirmed: what is left open now is closed. */
    static Outcome confirmed(PaymentIntent intent) {
        Outcome outcome = authorized(intent);
        return outcome == null ? new Refused("the card needs more than a token: " + intent.getStatus()) : outcome;
    }

    static Outcome refunded(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> new Done(refund.getId());
            case "failed", "canceled" -> new Refused(failure(refund));
            default -> new Pending();
        };
    }

    static String failure(Refund refund) {
        return "the refund " + refund.getStatus()
                + (refund.getFailureReason() == null ? "" : ": " + refund.getFailureReason());
    }

    static String reason(StripeError error) {
        String code = error.getDeclineCode() == null ? error.getCode() : error.getDeclineCode();
        return code + ": " + error.getMessage();
    }

    static boolean canBeCapturedInParts(PaymentIntent intent) {
        return Optional.ofNullable(intent.getLatestChargeObject())
                .map(Charge::getPaymentMethodDetails)
                .map(Charge.PaymentMethodDetails::getCard)
                .map(Charge.PaymentMethodDetails.Card::getMulticapture)
                .map(possible -> AVAILABLE.equals(possible.getStatus()))
                .orElse(false);
    }
}
