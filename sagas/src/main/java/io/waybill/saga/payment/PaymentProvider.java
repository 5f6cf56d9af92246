package io.waybill.saga.payment;

import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRequested;

/** The outside provider that holds money on cards, as we need it. */
interface PaymentProvider {
    /** What it said, if it said anything. */
    sealed interface Outcome {
        /** @param authorization the provider's own number for it */
        record Authorized(String authorization) implements Outcome {}

        record Declined(String detail) implements Outcome {}

        /** No answer came in time; the provider may or may not hold the amount. */
        record NotAnswered(String detail) implements Outcome {}
    }

    /** Asks it to hold the amount; repeated with the same payment it answers the same. */
    Outcome authorize(PaymentRequested payment);

    /**
     * Tells it to hold nothing for the payment, now and from now on; repeating it, or naming a payment it never saw, is fine.
     *
     * @throws RuntimeException if it did not confirm
     */
    void release(PaymentId payment);
}
