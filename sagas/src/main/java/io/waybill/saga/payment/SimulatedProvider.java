package io.waybill.saga.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The simulated provider of the local run, over HTTP. The ids of payments, captures and refunds are its keys. */
final class SimulatedProvider implements PaymentProvider {
    /** Payment required, not found, conflict, unprocessable: it says no. Any other error is no answer to what was asked. */
    private static final Set<Integer> SAYS_NO = Set.of(402, 404, 409, 422);

    private final RestClient http;

    SimulatedProvider(RestClient http) {
        this.http = http;
    }

    // The provider may add to its answers what we do not know.
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Held(@Nullable String authorization) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Refusal(
            @Nullable String reason, @Nullable String detail) {}

    @Override
    public Outcome authorize(PaymentId payment, Money amount, String cardToken) {
        return unlessRefused(() -> {
            Held answer = http.post()
                    .uri("/authorizations")
                    .header("Idempotency-Key", payment.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("paymentId", payment.toString(), "amount", json(amount), "cardToken", cardToken))
                    .retrieve()
                    .body(Held.class);
            if (answer == null || answer.authorization() == null) {
                throw new RestClientException("the provider authorized without saying under which number");
            }
            return new Outcome.Done(answer.authorization());
        });
    }

    @Override
    public Outcome capture(PaymentId payment, CaptureId capture, Money amount) {
        return put("/payments/{payment}/captures/{id}", payment, capture.toString(), amount);
    }

    @Override
    public Outcome refund(PaymentId payment, RefundId refund, Money amount) {
        return put("/payments/{payment}/refunds/{id}", payment, refund.toString(), amount);
    }

    @Override
    public Outcome release(PaymentId payment) {
        http.delete()
                .uri("/payments/{payment}/authorization", payment.toString())
                .retrieve()
                .toBodilessEntity();
        return new Outcome.Done(payment.toString());
    }

    private Outcome put(String path, PaymentId payment, String id, Money amount) {
        return unlessRefused(() -> {
            http.put()
                    .uri(path, payment.toString(), id)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("amount", json(amount)))
                    .retrieve()
                    .toBodilessEntity();
            return new Outcome.Done(id);
        });
    }

    private interface Question {
        Outcome ask();
    }

    private static Outcome unlessRefused(Question question) {
        try {
            return question.ask();
        } catch (HttpClientErrorException refused) {
            if (!SAYS_NO.contains(refused.getStatusCode().value())) {
                throw refused;
            }
            return new Outcome.Refused(detail(refused));
        }
    }

    private static String detail(HttpClientErrorException refused) {
        try {
            Refusal refusal = refused.getResponseBodyAs(Refusal.class);
            if (refusal != null && refusal.reason() != null) {
                return refusal.detail() == null ? refusal.reason() : refusal.reason() + ": " + refusal.detail();
            }
        } catch (RestClientException unreadable) {
            // What it says cannot be read; that it said no is enough.
        }
        return "the provider answered " + refused.getStatusCode().value();
    }

    private static Map<String, String> json(Money amount) {
        return Map.of(
                "amount", amount.getAmount().toPlainString(),
                "currency", amount.getCurrencyUnit().getCode());
    }
}
