package io.waybill.saga.payment;

import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.saga.outside.NoAnswerException;
import io.waybill.saga.outside.Outside;
import java.util.concurrent.Callable;
import org.joda.money.Money;

/** A provider whose every call is bounded in time and number, and not made while it is away. */
public final class GuardedProvider implements PaymentProvider {
    private final PaymentProvider provider;
    private final Outside outside;

    public GuardedProvider(PaymentProvider provider, Outside outside) {
        this.provider = provider;
        this.outside = outside;
    }

    @Override
    public Outcome authorize(PaymentId payment, Money amount, String cardToken) {
        return ask(() -> provider.authorize(payment, amount, cardToken));
    }

    @Override
    public Outcome capture(PaymentId payment, CaptureId capture, Money amount) {
        return ask(() -> provider.capture(payment, capture, amount));
    }

    @Override
    public Outcome release(PaymentId payment) {
        return ask(() -> provider.release(payment));
    }

    @Override
    public Outcome refund(PaymentId payment, RefundId refund, Money amount) {
        return ask(() -> provider.refund(payment, refund, amount));
    }

    private Outcome ask(Callable<Outcome> question) {
        try {
            return outside.ask(question);
        } catch (NoAnswerException silence) {
            return new Outcome.NotAnswered(silence.unheard(), String.valueOf(silence.getMessage()));
        }
    }
}
