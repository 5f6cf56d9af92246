package io.waybill.saga.payment.stripe;

import com.stripe.exception.ApiException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import io.waybill.saga.payment.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Has Stripe do something once, however often it is asked and whatever it answered before.
 *
 * <p>Its idempotency keys alone do not do that. They are forgotten after a day; and a key whose request failed inside Stripe
 * answers with that failure from then on (https://docs.stripe.com/api/idempotent_requests). So what there is already is looked
 * at first, and a failure that is only replayed is answered by the next key.
 */
final class StripeOnce {
    /** So many keys may have failed inside Stripe; after that it is a failure like any other. */
    private static final int MOST_KEYS = 5;

    private static final String REPLAYED = "Idempotent-Replayed";

    private StripeOnce() {}

    /** Looks whether it was done, and answers null if not. */
    interface Look {
        @Nullable
        Outcome look() throws StripeException;
    }

    /** Asks Stripe to do it. */
    interface Act {
        Outcome act(RequestOptions options) throws StripeException;
    }

    /**
     * @param key the same for the same thing, and different from all others
     * @throws StripeException if it was refused, or there was no answer
     */
    static Outcome once(String key, Look look, Act act) throws StripeException {
        for (int number = 1; ; number++) {
            Outcome done = look.look();
            if (done != null) {
                return done;
            }
            try {
                return act.act(RequestOptions.builder()
                        .setIdempotencyKey(key + "/" + number)
                        .build());
            } catch (ApiException failed) {
                if (number == MOST_KEYS || !isReplayed(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean isReplayed(ApiException failed) {
        return failed.getStripeError() != null
                && failed.getStripeError().getLastResponse() != null
                && failed.getStripeError()
                        .getLastResponse()
                        .headers()
                        .firstValue(REPLAYED)
                        .map(Boolean::parseBoolean)
                        .orElse(false);
    }
}
