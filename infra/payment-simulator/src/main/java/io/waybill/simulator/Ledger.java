package io.waybill.simulator;

import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * All payments, in memory: a simulator may forget. A void is remembered also for a payment that was never seen, so that an
 * authorization that comes late, having been overtaken by its void, holds nothing. Of a payment that it has forgotten, by a
 * restart perhaps, it takes the caller's word: it was authorized, and whatever is captured or refunded was there.
 */
final class Ledger {
    private final Map<String, Payment> payments;
    private final Map<String, AuthorizationRequest> requestsByKey;

    Ledger(int maxPayments) {
        payments = Forgetful.map(maxPayments);
        requestsByKey = Forgetful.map(maxPayments);
    }

    /**
     * Remembers which request a key stands for.
     *
     * @return whether the key is new
     * @throws ApiProblem (422, IDEMPOTENCY_KEY_REUSED) if it stands for another request
     */
    synchronized boolean isNew(String key, AuthorizationRequest request) {
        AuthorizationRequest before = requestsByKey.putIfAbsent(key, request);
        if (before != null && !before.equals(request)) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "IDEMPOTENCY_KEY_REUSED",
                    "The key was used for another request.",
                    List.of(FieldError.ofHeader("Idempotency-Key", "stands for a request with another body")));
        }
        return before == null;
    }

    /**
     * Holds the amount, or not, as the card says. A payment is held at most once: asking again changes nothing.
     *
     * @throws ApiProblem (409) if the payment was voided, or holds another amount
     */
    synchronized Payment authorize(AuthorizationRequest request) {
        Payment before = payments.get(request.paymentId());
        if (before != null && before.status() == Payment.Status.VOIDED) {
            throw conflict("PAYMENT_VOIDED", "The payment was voided.");
        }
        if (before != null && before.status() == Payment.Status.AUTHORIZED) {
            if (!request.amount().equals(before.amount())) {
                throw conflict("ALREADY_AUTHORIZED", "The payment holds another amount.");
            }
            return before;
        }
        return keep(
                Card.of(request.cardToken()).holds()
                        ? Payment.held(
                                request, "auth_" + UUID.randomUUID().toString().replace("-", ""))
                        : Payment.declined(request));
    }

    /**
     * Takes a part of what is held, once for each id.
     *
     * @throws ApiProblem (402, CAPTURE_REFUSED) if the card does not give it; (409) if so much is not held; (422) if the id
     *     stands for another amount
     */
    synchronized Payment capture(String paymentId, String capture, Money part) {
        Payment payment = payments.getOrDefault(paymentId, Payment.unseen(paymentId, Payment.Status.AUTHORIZED));
        if (isKnown(payment.captures().get(capture), part)) {
            return payment;
        }
        if (payment.status() != Payment.Status.AUTHORIZED) {
            throw conflict("NOT_AUTHORIZED", "Nothing is held for the payment.");
        }
        if (payment.card() == Card.REFUSE_CAPTURE) {
            throw new ApiProblem(HttpStatus.PAYMENT_REQUIRED, "CAPTURE_REFUSED", "The card does not give the amount.");
        }
        if (!payment.holds(part)) {
            throw conflict("EXCEEDS_AUTHORIZED", "So much is not held.");
        }
        return keep(payment.captured(capture, part));
    }

    /**
     * Gives a part of what was captured back, once for each id.
     *
     * @throws ApiProblem (402, REFUND_REFUSED) if the card does not take it; (409) if so much was not captured; (422) if the
     *     id stands for another amount
     */
    synchronized Payment refund(String paymentId, String refund, Money part) {
        Payment payment = payments.getOrDefault(paymentId, Payment.unseen(paymentId, Payment.Status.AUTHORIZED));
        if (isKnown(payment.refunds().get(refund), part)) {
            return payment;
        }
        if (payment.card() == Card.REFUSE_REFUND) {
            throw new ApiProblem(HttpStatus.PAYMENT_REQUIRED, "REFUND_REFUSED", "The card does not take the amount.");
        }
        if (!payment.has(part)) {
            throw conflict("EXCEEDS_CAPTURED", "So much was not captured.");
        }
        return keep(payment.refunded(refund, part));
    }

    /** Gives back what is still held, if anything is, and lets nothing be held from now on. */
    synchronized Payment release(String paymentId) {
        return keep(payments.getOrDefault(paymentId, Payment.unseen(paymentId, Payment.Status.VOIDED))
                .voided());
    }

    synchronized Optional<Payment> find(String paymentId) {
        return Optional.ofNullable(payments.get(paymentId));
    }

    private Payment keep(Payment payment) {
        payments.put(payment.paymentId(), payment);
        return payment;
    }

    private static boolean isKnown(@Nullable Money before, Money part) {
        if (before != null && !before.equals(part)) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "ID_REUSED", "The id was used for another amount.");
        }
        return before != null;
    }

    private static ApiProblem conflict(String reason, String detail) {
        return new ApiProblem(HttpStatus.CONFLICT, reason, detail);
    }
}
