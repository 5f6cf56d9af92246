package io.waybill.letters.store;

import java.time.Instant;

/**
 * A letter that an operator decided to do without.
 *
 * @param reason in the operator's words
 * @param actor who it was, as far as is known
 */
public record DiscardedLetter(long id, DeadLetter letter, String reason, String actor, Instant discardedAt) {}
