package io.waybill.saga.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRequested;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The provider over HTTP. A try that fails or is not answered is repeated with the same key until the patience is over:
 * the provider holds the amount once, however often it is asked.
 */
final class HttpPaymentProvider implements PaymentProvider {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Payment required, unprocessable: the card is refused. Any other error is no answer to what was asked. */
    private static final Set<Integer> SAYS_NO = Set.of(402, 422);

    private final RestClient http;
    private final Duration patience;

    HttpPaymentProvider(RestClient http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    // The provider may add to its answers what we do not know.
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Authorization(@Nullable String authorization) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Refusal(
            @Nullable String reason, @Nullable String detail) {}

    @Override
    public Outcome authorize(PaymentRequested payment) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return ask(payment);
            } catch (RestClientException failed) {
                if (System.nanoTime() + PAUSE.toNanos() >= deadline) {
                    return new Outcome.NotAnswered("no answer within " + patience.toSeconds() + " s");
                }
                pause();
            }
        }
    }

    private Outcome ask(PaymentRequested payment) {
        Map<String, Object> amount = Map.of(
                "amount", payment.amount().getAmount().toPlainString(),
                "currency", payment.amount().getCurrencyUnit().getCode());
        try {
            Authorization answer = http.post()
                    .uri("/authorizations")
                    .header("Idempotency-Key", payment.paymentId().toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "paymentId", payment.paymentId().toString(),
                            "amount", amount,
                            "cardToken", payment.cardToken()))
                    .retrieve()
                    .body(Authorization.class);
            if (answer == null || answer.authorization() == null) {
                throw new RestClientException("the provider authorized without saying under which number");
            }
            return new Outcome.Authorized(answer.authorization());
        } catch (HttpClientErrorException refused) {
            if (!SAYS_NO.contains(refused.getStatusCode().value())) {
                throw refused;
            }
            return new Outcome.Declined(detail(refused));
        }
    }

    @Override
    public void release(PaymentId payment) {
        http.delete()
                .uri("/payments/{payment}/authorization", payment.toString())
                .retrieve()
                .toBodilessEntity();
    }

    private static String detail(HttpClientErrorException refused) {
        HttpStatusCode status = refused.getStatusCode();
        try {
            Refusal refusal = refused.getResponseBodyAs(Refusal.class);
            if (refusal != null && refusal.reason() != null) {
                return refusal.detail() == null ? refusal.reason() : refusal.reason() + ": " + refusal.detail();
            }
        } catch (RestClientException unreadable) {
            // What it says cannot be read; that it said no is enough.
        }
        return "the provider answered " + status.value();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis() / 2 + ThreadLocalRandom.current().nextLong(PAUSE.toMillis() / 2));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the payment provider", stopping);
        }
    }
}
