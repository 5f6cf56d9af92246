package io.waybill.letters.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.letters.store.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter in a list.
 *
 * @param number of the event on the log
 * @param version of its aggregate after it
 * @param sequence what it keeps its order in
 * @param attempts how often it was handed to its handlers in vain; 0 for one that only queues behind another
 * @param cause why it could not be digested; left out for one that only queues behind another
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterSummary(
        long number,
        String name,
        @Nullable String revision,
        String aggregateType,
        String aggregateId,
        long version,
        String sequence,
        Instant recordedAt,
        Instant parkedAt,
        int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable String cause) {
    static LetterSummary of(DeadLetter letter) {
        return new LetterSummary(
                letter.number(),
                letter.event().name(),
                letter.event().revision(),
                letter.event().aggregateType(),
                letter.event().aggregateId(),
                letter.event().sequenceNumber(),
                letter.sequence(),
                letter.event().recordedAt(),
                letter.parkedAt(),
                letter.attempts(),
                letter.lastAttemptAt(),
                letter.cause() == null
                        ? null
                        : letter.cause().type() + ": " + letter.cause().message());
    }
}
