package io.waybill.saga.payment;

import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordDecline;
import io.waybill.contract.payment.RecordVoid;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.saga.payment.PaymentProvider.Outcome;
import io.waybill.saga.step.Steps;
import io.waybill.saga.step.Steps.Step;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Takes payments to the provider and its outcome back. The payments of a batch are asked about side by side; the batch is
 * done when all outcomes are recorded. A void that the provider does not confirm is tried again until it does.
 */
@Component
@ProcessingGroup("payment-provider")
class CardPayments {
    private final PaymentProvider provider;
    private final Steps steps;

    CardPayments(PaymentProvider provider, Steps steps) {
        this.provider = provider;
        this.steps = steps;
    }

    @EventHandler
    void on(PaymentRequested event) {
        steps.takeAfter(() -> outcome(event, provider.authorize(event)));
    }

    @EventHandler
    void on(VoidRequested event) {
        steps.takeAfter(() -> {
            provider.release(event.paymentId());
            return step(event.paymentId(), "voided", new RecordVoid(event.paymentId()));
        });
    }

    private static Step outcome(PaymentRequested event, Outcome outcome) {
        PaymentId payment = event.paymentId();
        return switch (outcome) {
            case Outcome.Authorized yes ->
                step(payment, "authorized", new RecordAuthorization(payment, yes.authorization()));
            case Outcome.Declined no ->
                step(payment, "declined", new RecordDecline(payment, DeclineReason.DECLINED, no.detail()));
            case Outcome.NotAnswered silence ->
                step(payment, "not-answered", new RecordDecline(payment, DeclineReason.NOT_ANSWERED, silence.detail()));
        };
    }

    private static Step step(PaymentId payment, String name, Object command) {
        return new Step("payment/" + payment + "/" + name, command);
    }
}
