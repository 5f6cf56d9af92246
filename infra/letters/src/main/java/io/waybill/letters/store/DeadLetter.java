package io.waybill.letters.store;

import io.waybill.eventing.RecordedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits for an operator.
 *
 * @param number of the event on the log
 * @param sequence what it keeps its order in: its aggregate's id, or what a saga's process goes by
 * @param cause why it could not be digested; null for one that only queues behind another
 * @param attempts how often it was handed to its handlers in vain, the first time included
 */
public record DeadLetter(
        String processor,
        long number,
        String sequence,
        RecordedEvent event,
        @Nullable Cause cause,
        Instant parkedAt,
        int attempts,
        @Nullable Instant lastAttemptAt) {}
