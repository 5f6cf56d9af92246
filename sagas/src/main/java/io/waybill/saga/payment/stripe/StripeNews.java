package io.waybill.saga.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.model.StripeObject;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.saga.payment.PaymentSteps;
import io.waybill.saga.step.Steps.Step;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an event of Stripe's means for a payment. Those of other types, and those about objects that are not ours, mean
 * nothing.
 */
final class StripeNews {
    private StripeNews() {}

    /** @param type https://docs.stripe.com/api/events/types */
    static Optional<Step> stepOf(String type, StripeObject object) {
        return switch (type) {
            case "payment_intent.amount_capturable_updated" ->
                of(object, PaymentIntent.class).flatMap(StripeNews::authorized);
            case "payment_intent.payment_failed" ->
                of(object, PaymentIntent.class).flatMap(StripeNews::declined);
            case "payment_intent.canceled" ->
                of(object, PaymentIntent.class)
                        .flatMap(intent -> payment(intent.getMetadata())
                                .map(payment -> PaymentSteps.voided(payment, intent.getId())));
            case "refund.updated", "refund.failed", "charge.refund.updated" ->
                of(object, Refund.class).flatMap(StripeNews::refunded);
            default -> Optional.empty();
        };
    }

    private static Optional<Step> authorized(PaymentIntent intent) {
        boolean capturedFrom = intent.getAmountReceived() != null && intent.getAmountReceived() > 0;
        // The same type is sent after a partial capture; the payment has heard of its authorization by then.
        return payment(intent.getMetadata())
                .filter(payment -> !capturedFrom)
                .map(payment -> PaymentSteps.authorized(payment, intent.getId()));
    }

    private static Optional<Step> declined(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        String detail = error == null ? "the card was declined" : StripeAnswers.reason(error);
        return payment(intent.getMetadata()).map(payment -> PaymentSteps.declined(payment, detail));
    }

    private static Optional<Step> refunded(Refund refund) {
        Optional<PaymentId> payment = payment(refund.getMetadata());
        Optional<RefundId> ours = id(refund.getMetadata(), StripeRequests.REFUND, RefundId::of);
        if (payment.isEmpty() || ours.isEmpty()) {
            return Optional.empty();
        }
        return switch (String.valueOf(refund.getStatus())) {
            case "succeeded" -> Optional.of(PaymentSteps.refunded(payment.get(), ours.get()));
            case "failed", "canceled" ->
                Optional.of(PaymentSteps.refundRefused(payment.get(), ours.get(), StripeAnswers.failure(refund)));
            default -> Optional.empty();
        };
    }

    private static Optional<PaymentId> payment(@Nullable Map<String, String> metadata) {
        return id(metadata, StripeRequests.PAYMENT, PaymentId::of);
    }

    private static <T> Optional<T> id(@Nullable Map<String, String> metadata, String key, Function<String, T> type) {
        try {
            return Optional.ofNullable(metadata).map(all -> all.get(key)).map(type);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> of(StripeObject object, Class<T> type) {
        return Optional.of(object).filter(type::isInstance).map(type::cast);
    }
}
