package io.waybill.saga.payment;

/** What a payment provider said to something that it was asked to do. */
public sealed interface Outcome {
    /** @param reference the provider's own number for it */
    record Done(String reference) implements Outcome {}

    /** It will not, now or later. */
    record Refused(String detail) implements Outcome {}

    /** It has begun, and will say by itself how it ended. */
    record Pending() implements Outcome {}

    /**
     * No answer came; it may or may not have done what it was asked.
     *
     * @param unheard whether it could not even be asked, or answers nobody
     */
    record NotAnswered(boolean unheard, String detail) implements Outcome {}
}
