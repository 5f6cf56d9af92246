package io.waybill.saga.payment;

import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.saga.outside.Patience;
import io.waybill.saga.payment.Outcome.Done;
import io.waybill.saga.payment.Outcome.NotAnswered;
import io.waybill.saga.payment.Outcome.Pending;
import io.waybill.saga.payment.Outcome.Refused;
import io.waybill.saga.step.Steps;
import io.waybill.saga.step.Steps.Step;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes payments by card to the provider and its outcome back. The payments of a batch are asked about side by side, what
 * is asked of one payment in its order; the batch is done when all outcomes are recorded.
 *
 * <p>While the provider is away nothing is decided, however long that takes: the batch is put off and taken again, and only
 * the order itself can give up what it waits for. By a provider that lives, an authorization that is met with silence counts
 * as not answered at once, which declines the payment: the card is at fault. Captures, voids and refunds have to be done in
 * the end, so they are asked for again; one that is met with silence beyond the patience is parked, and the others go on
 * without it.
 */
@Component
@DisallowReplay
@ProcessingGroup("payment-provider")
class CardPayments {
    private final PaymentProvider provider;
    private final Steps steps;
    private final Patience patience;

    CardPayments(PaymentProvider provider, Steps steps, Patience paymentPatience) {
        this.provider = provider;
        this.steps = steps;
        this.patience = paymentPatience;
    }

    @EventHandler
    void on(PaymentRequested event, @Timestamp Instant asked) {
        String card = event.means().cardToken();
        if (card != null) {
            steps.takeInTurn(event.paymentId(), () -> authorize(event, card, asked));
        }
    }

    @EventHandler
    void on(CaptureRequested event, @Timestamp Instant asked) {
        if (event.means().wallet() == null) {
            steps.takeInTurn(event.paymentId(), () -> capture(event, asked));
        }
    }

    @EventHandler
    void on(VoidRequested event, @Timestamp Instant asked, @MessageIdentifier String request) {
        if (event.wallet() == null) {
            steps.takeInTurn(event.paymentId(), () -> release(event, asked, request));
        }
    }

    @EventHandler
    void on(RefundRequested event, @Timestamp Instant asked) {
        if (event.means().wallet() == null) {
            steps.takeInTurn(event.paymentId(), () -> refund(event, asked));
        }
    }

    private @Nullable Step authorize(PaymentRequested event, String card, Instant asked) {
        return switch (provider.authorize(event.paymentId(), event.amount(), card)) {
            case Done yes -> PaymentSteps.authorized(event.paymentId(), yes.reference());
            case Refused no -> PaymentSteps.declined(event.paymentId(), no.detail());
            case Pending later -> null;
            case NotAnswered silence -> {
                if (silence.unheard()) {
                    throw patience.unanswered(true, silence.detail(), asked);
                }
                yield PaymentSteps.notAnswered(event.paymentId(), silence.detail());
            }
        };
    }

    private @Nullable Step capture(CaptureRequested event, Instant asked) {
        return switch (provider.capture(event.paymentId(), event.capture(), event.amount())) {
            case Done yes -> PaymentSteps.captured(event.paymentId(), event.capture());
            case Refused no -> PaymentSteps.captureRefused(event.paymentId(), event.capture(), no.detail());
            case Pending later -> null;
            case NotAnswered silence -> throw patience.unanswered(silence.unheard(), silence.detail(), asked);
        };
    }

    private @Nullable Step release(VoidRequested event, Instant asked, String request) {
        return switch (provider.release(event.paymentId())) {
            case Done yes -> PaymentSteps.voided(event.paymentId(), request);
            case Pending later -> null;
            // Not foreseen, and so nothing that a payment could be told.
            case Refused no -> throw patience.unanswered(false, no.detail(), asked);
            case NotAnswered silence -> throw patience.unanswered(silence.unheard(), silence.detail(), asked);
        };
    }

    private @Nullable Step refund(RefundRequested event, Instant asked) {
        return switch (provider.refund(event.paymentId(), event.refund(), event.amount())) {
            case Done yes -> PaymentSteps.refunded(event.paymentId(), event.refund());
            case Refused no -> PaymentSteps.refundRefused(event.paymentId(), event.refund(), no.detail());
            case Pending later -> null;
            case NotAnswered silence -> throw patience.unanswered(silence.unheard(), silence.detail(), asked);
        };
    }
}
