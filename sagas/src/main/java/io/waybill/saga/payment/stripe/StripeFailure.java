package io.waybill.saga.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import io.waybill.saga.outside.Unreached;
import io.waybill.saga.payment.Outcome;

/** What Stripe's exceptions mean. */
final class StripeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StripeFailure(StripeException cause) {
        super(cause);
    }

    /**
     * The card is declined, or what was asked for is not possible: asked again, Stripe says the same.
     *
     * @throws StripeFailure if it is anything else, which is no answer to what was asked
     */
    static Outcome refused(StripeException failure) {
        return switch (failure) {
            case CardException card -> {
                String code = card.getDeclineCode() == null ? card.getCode() : card.getDeclineCode();
                yield new Outcome.Refused(code + ": " + card.getUserMessage());
            }
            case InvalidRequestException impossible ->
                new Outcome.Refused(impossible.getCode() + ": " + impossible.getUserMessage());
            default -> throw new StripeFailure(failure);
        };
    }

    /** Whether Stripe did not look at what it was asked: no connection, our key is wrong, or too many requests. */
    static boolean unheard(Throwable failure) {
        return failure instanceof StripeFailure
                && switch (failure.getCause()) {
                    case AuthenticationException ours -> true;
                    case RateLimitException busy -> true;
                    case ApiConnectionException lost -> Unreached.by(lost);
                    case StripeException answer
                    when answer.getStatusCode() != null -> Unreached.saysSo(answer.getStatusCode());
                    case null, default -> false;
                };
    }
}
