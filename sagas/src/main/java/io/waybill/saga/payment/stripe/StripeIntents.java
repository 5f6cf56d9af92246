package io.waybill.saga.payment.stripe;

import io.waybill.contract.payment.PaymentId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which PaymentIntent is which payment's. Stripe cannot be asked for that: its search lags behind, and its idempotency keys
 * are forgotten after a day. So it is written down before the PaymentIntent may hold anything, in a transaction of its own.
 */
@Component
class StripeIntents {
    private final JdbcClient jdbc;

    StripeIntents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id null for a payment that was released before it had one, and never will have one */
    record Intent(@Nullable String id) {}

    /** What is known of the payment, if anything is. */
    Optional<Intent> of(PaymentId payment) {
        return jdbc.sql("select intent_id from stripe_intent where payment_id = ?")
                .param(payment.value())
                .query((row, number) -> new Intent(row.getString(1)))
                .optional();
    }

    /**
     * Writes down the payment's PaymentIntent, or without one that it shall never have one.
     *
     * @return what is written down, which is another if it came first
     */
    Intent remember(PaymentId payment, @Nullable String intent) {
        jdbc.sql("insert into stripe_intent (payment_id, intent_id) values (?, ?) on conflict do nothing")
                .param(payment.value())
                .param(intent)
                .update();
        return Objects.requireNonNull(of(payment).orElse(null), "what was just written down");
    }
}
