package io.waybill.letters.parking;

import io.waybill.eventing.RecordedEvent;

/** What becomes of an event that a processor cannot digest, for a reason that does not pass. */
@FunctionalInterface
public interface Verdict {
    /** It is parked, and what comes after it waits. */
    Verdict PARK = (event, number, failure) -> Sentence.PARK;

    /**
     * Decides, within the batch's transaction.
     *
     * @param number of the event on the log
     * @throws RuntimeException if the processor is not to get past the event: the batch is rolled back
     */
    Sentence on(RecordedEvent event, long number, Throwable failure);

    /** What is done. */
    enum Sentence {
        PARK,
        /** The event is passed over, as if it had never happened. */
        PASS
    }
}
