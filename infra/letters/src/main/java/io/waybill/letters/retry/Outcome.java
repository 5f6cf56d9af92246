package io.waybill.letters.retry;

import io.waybill.letters.store.Cause;
import io.waybill.letters.store.DeadLetter;

/**
 * What came of a retry.
 *
 * @param handled letters that are gone
 * @param failed sequences that got stuck at a letter
 * @param cause of the last failure, in one line, or empty text
 */
public record Outcome(int handled, int failed, String cause) {
    static final Outcome NONE = new Outcome(0, 0, "");

    Outcome oneMore() {
        return new Outcome(handled + 1, failed, cause);
    }

    Outcome failed(DeadLetter letter, Throwable failure) {
        Cause why = Cause.of(failure);
        return new Outcome(handled, failed + 1, "event " + letter.number() + ": " + why.type() + ": " + why.message());
    }
}
