package io.waybill.letters.api;

import io.waybill.letters.store.DiscardedLetter;
import java.time.Instant;

/**
 * A letter that is gone.
 *
 * @param reason in the operator's words
 * @param actor who it was, as far as is known
 */
record DiscardedView(String reason, String actor, Instant discardedAt, LetterDetail letter) {
    static DiscardedView of(DiscardedLetter discarded) {
        return new DiscardedView(
                discarded.reason(),
                discarded.actor(),
                discarded.discardedAt(),
                LetterDetail.of(discarded.letter(), null));
    }
}
