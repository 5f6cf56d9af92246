package io.waybill.saga.payment.stripe;

import static io.waybill.saga.payment.stripe.StripeOnce.once;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.service.PaymentIntentService;
import com.stripe.service.RefundService;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.saga.payment.Outcome;
import io.waybill.saga.payment.Outcome.Done;
import io.waybill.saga.payment.Outcome.Refused;
import io.waybill.saga.payment.PaymentProvider;
import io.waybill.saga.payment.stripe.StripeIntents.Intent;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payments as PaymentIntents: made without a card, written down, then confirmed with it, so that nothing is ever held that we
 * do not know of; captured in parts where the card's network allows it ("multicapture"); what is not captured is cancelled.
 * Where it does not allow it, the first capture is the only one: Stripe gives the rest back by itself, and refuses a second,
 * which the payment then records.
 */
final class StripeProvider implements PaymentProvider {
    private static final String REQUIRES_CAPTURE = "requires_capture";

    private final PaymentIntentService payments;
    private final RefundService refunds;
    private final StripeIntents intents;

    StripeProvider(PaymentIntentService payments, RefundService refunds, StripeIntents intents) {
        this.payments = payments;
        this.refunds = refunds;
        this.intents = intents;
    }

    @Override
    public Outcome authorize(PaymentId payment, Money amount, String cardToken) {
        return unlessRefused(() -> {
            Intent intent = intents.of(payment).orElse(null);
            if (intent == null) {
                // It holds nothing yet, so one that is made twice and not written down does no harm.
                String made = payments.create(
                                StripeRequests.create(payment, amount), StripeRequests.key("create/" + payment))
                        .getId();
                intent = intents.remember(payment, made);
            }
            String id = intent.id();
            if (id == null) {
                return new Refused("the payment was voided before");
            }
            return once(
                    "confirm/" + payment,
                    () -> StripeAnswers.authorized(payments.retrieve(id)),
                    options ->
                            StripeAnswers.confirmed(payments.confirm(id, StripeRequests.confirm(cardToken), options)));
        });
    }

    @Override
    public Outcome capture(PaymentId payment, CaptureId capture, Money amount) {
        return unlessRefused(() -> {
            String id = idOf(payment);
            if (id == null) {
                return new Refused("nothing was authorized");
            }
            CaptureAttempt attempt = new CaptureAttempt(id, capture, amount);
            return once("capture/" + capture, attempt::look, attempt::act);
        });
    }

    @Override
    public Outcome refund(PaymentId payment, RefundId refund, Money amount) {
        return unlessRefused(() -> {
            String id = idOf(payment);
            if (id == null) {
                return new Refused("nothing was captured");
            }
            return once(
                    "refund/" + payment + "/" + refund,
                    () -> refunds.list(StripeRequests.refundsOf(id)).getData().stream()
                            .filter(known -> StripeRequests.isRefund(known, refund))
                            .findFirst()
                            .map(StripeAnswers::refunded)
                            .orElse(null),
                    options -> StripeAnswers.refunded(
                            refunds.create(StripeRequests.refund(id, payment, refund, amount), options)));
        });
    }

    @Override
    public Outcome release(PaymentId payment) {
        Intent intent = intents.remember(payment, null);
        String id = intent.id();
        if (id == null) {
            return new Done("never authorized");
        }
        try {
            PaymentIntent now = payments.retrieve(id);
            return switch (now.getStatus()) {
                case "canceled", "succeeded" -> new Done(id);
                case REQUIRES_CAPTURE -> {
                    if (received(now) > 0) {
                        payments.capture(id, StripeRequests.nothingMore());
                    } else {
                        payments.cancel(id);
                    }
                    yield new Done(id);
                }
                default -> {
                    payments.cancel(id);
                    yield new Done(id);
                }
            };
        } catch (StripeException failure) {
            // A void is never refused: what cannot be cancelled now, because Stripe is at it, can be looked at again.
            throw new StripeFailure(failure);
        }
    }

    /** Asks something that changes nothing; also a refusal is an answer. */
    Outcome lives() {
        return unlessRefused(() -> {
            payments.list(StripeRequests.any());
            return new Done("it lives");
        });
    }

    /** One capture, which looks at the PaymentIntent before it takes anything. */
    private final class CaptureAttempt {
        private final String id;
        private final CaptureId capture;
        private final Money amount;
        private boolean inParts;

        CaptureAttempt(String id, CaptureId capture, Money amount) {
            this.id = id;
            this.capture = capture;
            this.amount = amount;
        }

        @Nullable
        Outcome look() throws StripeException {
            PaymentIntent now = payments.retrieve(id, StripeRequests.withCharge(), null);
            if (StripeRequests.isCaptured(now, capture)) {
                return new Done(id);
            }
            inParts = StripeAnswers.canBeCapturedInParts(now);
            return REQUIRES_CAPTURE.equals(now.getStatus())
                    ? null
                    : new Refused("nothing is held any more: " + now.getStatus());
        }

        Outcome act(RequestOptions options) throws StripeException {
            payments.capture(id, StripeRequests.capture(capture, amount, inParts), options);
            return new Done(id);
        }
    }

    private @Nullable String idOf(PaymentId payment) {
        return intents.of(payment).map(Intent::id).orElse(null);
    }

    private static long received(PaymentIntent intent) {
        return intent.getAmountReceived() == null ? 0 : intent.getAmountReceived();
    }

    private interface Question {
        Outcome ask() throws StripeException;
    }

    private static Outcome unlessRefused(Question question) {
        try {
            return question.ask();
        } catch (ArithmeticException tooFine) {
            return new Refused("Stripe cannot express the amount");
        } catch (StripeException failure) {
            return StripeFailure.refused(failure);
        }
    }
}
