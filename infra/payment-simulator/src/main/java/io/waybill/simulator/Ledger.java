package io.waybill.simulator;

import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * All payments, in memory: a simulator may forget. A void is remembered also for a payment that was never seen, so that an
 * authorization that comes late, having been overtaken by its void, holds nothing.
 */
final class Ledger {
    private final Map<String, Payment> payments;
    private final Map<String, AuthorizationRequest> requestsByKey;

    Ledger(int maxPayments) {
        payments = forgetful(maxPayments);
        requestsByKey = forgetful(maxPayments);
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
            throw new ApiProblem(HttpStatus.CONFLICT, "PAYMENT_VOIDED", "The payment was voided.");
        }
        if (before != null && before.status() == Payment.Status.AUTHORIZED) {
            return same(before, request);
        }
        Payment payment = Card.of(request.cardToken()).holds()
                ? held(request)
                : new Payment(request.paymentId(), Payment.Status.DECLINED, null, request.amount());
        payments.put(request.paymentId(), payment);
        return payment;
    }

    /** Gives back what is held, if anything is, and lets nothing be held from now on. */
    synchronized Payment release(String paymentId) {
        Payment before = payments.get(paymentId);
        Payment voided = before == null
                ? new Payment(paymentId, Payment.Status.VOIDED, null, null)
                : new Payment(paymentId, Payment.Status.VOIDED, before.authorization(), before.amount());
        payments.put(paymentId, voided);
        return voided;
    }

    synchronized Optional<Payment> find(String paymentId) {
        return Optional.ofNullable(payments.get(paymentId));
    }

    private static Payment same(Payment held, AuthorizationRequest request) {
        if (!request.amount().equals(held.amount())) {
            throw new ApiProblem(HttpStatus.CONFLICT, "ALREADY_AUTHORIZED", "The payment holds another amount.");
        }
        return held;
    }

    private static Payment held(AuthorizationRequest request) {
        String authorization = "auth_" + UUID.randomUUID().toString().replace("-", "");
        return new Payment(request.paymentId(), Payment.Status.AUTHORIZED, authorization, request.amount());
    }

    private static <T> Map<String, T> forgetful(int max) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<String, T> eldest) {
                return size() > max;
            }
        };
    }
}
