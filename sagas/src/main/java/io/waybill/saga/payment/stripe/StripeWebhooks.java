package io.waybill.saga.payment.stripe;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import io.waybill.saga.payment.PaymentProviderSettings;
import io.waybill.saga.step.Steps;
import io.waybill.saga.step.Steps.Step;
import io.waybill.web.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hears from Stripe how it ended what it had only begun, and what it did by itself. Only what Stripe signed not long ago is
 * believed (https://docs.stripe.com/webhooks/signature). It may come late, twice and in any order: the payment is told by the
 * step that an immediate answer would have been, and once. Answered with success only after the payment was told, so Stripe
 * sends again what could not be.
 */
@RestController
@ConditionalOnProperty(name = PaymentProviderSettings.KIND, havingValue = "stripe")
final class StripeWebhooks {
    private static final Logger log = LoggerFactory.getLogger(StripeWebhooks.class);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final StripeSettings settings;
    private final Steps steps;
    private final Clock clock;

    StripeWebhooks(StripeSettings settings, Steps steps, Clock stripeClock) {
        this.settings = settings;
        this.steps = steps;
        this.clock = stripeClock;
    }

    /**
     * @param body as it was signed, byte by byte
     * @throws ApiProblem (400, INVALID_SIGNATURE) if Stripe did not sign it, or too long ago; (400, MALFORMED_EVENT) if it
     *     signed what is no event; (503, NOT_RECORDED) if the payment could not be told
     */
    @PostMapping("/api/{version}/providers/stripe/webhooks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hear(@RequestBody byte[] body, @RequestHeader("Stripe-Signature") String signature) {
        String payload = new String(body, StandardCharsets.UTF_8);
        verify(payload, signature);
        Event event = read(payload);
        stepOf(event).ifPresent(step -> take(event, step));
    }

    private void verify(String payload, String signature) {
        try {
            Webhook.Signature.verifyHeader(
                    payload,
                    signature,
                    settings.webhookSecret(),
                    settings.tolerance().toSeconds(),
                    clock);
        } catch (SignatureVerificationException forged) {
            log.warn("a webhook that Stripe did not sign, or too long ago: {}", forged.getMessage());
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "INVALID_SIGNATURE", "The Stripe-Signature does not fit the body.");
        }
    }

    private static Event read(String payload) {
        try {
            Event event = Webhook.constructEventWithoutVerification(payload);
            if (event != null && event.getId() != null && event.getType() != null && event.getData() != null) {
                return event;
            }
        } catch (RuntimeException noEvent) {
            // Of the parser behind it, which says with many exceptions that it cannot.
            log.warn("a signed webhook that is no event", noEvent);
        }
        throw new ApiProblem(HttpStatus.BAD_REQUEST, "MALFORMED_EVENT", "The body is not an event of Stripe's.");
    }

    private static Optional<Step> stepOf(Event event) {
        try {
            // Whatever its version: what is read of it is the same in all of them.
            return StripeNews.stepOf(
                    event.getType(), event.getDataObjectDeserializer().deserializeUnsafe());
        } catch (EventDataObjectDeserializationException unreadable) {
            log.warn("event {} of type {} cannot be read", event.getId(), event.getType(), unreadable);
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "MALFORMED_EVENT", "The event's object cannot be read.");
        }
    }

    private void take(Event event, Step step) {
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>(
                "stripe:" + event.getId(), event.getType(), MetaData.emptyInstance(), clock.instant()));
        ResultMessage<?> taken = work.executeWithResult(() -> {
            steps.take(step.name(), step.command());
            return null;
        });
        if (taken.isExceptional()) {
            log.warn("event {} could not be recorded yet", event.getId(), taken.exceptionResult());
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE, "NOT_RECORDED", "It cannot be recorded now; send it again.")
                    .retryAfter(LATER);
        }
    }
}
