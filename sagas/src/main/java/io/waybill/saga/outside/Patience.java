package io.waybill.saga.outside;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long something that a living provider meets with silence is asked again, counted from the event that asks for it. While
 * a provider is away as a whole no patience ends: that makes things late and decides nothing.
 */
public record Patience(Duration length, InstantSource clock) {
    public Patience {
        if (length.isNegative()) {
            throw new IllegalArgumentException("patience is never negative");
        }
    }

    /** Whether what was asked for then may still wait. */
    public boolean lasts(Instant since) {
        return clock.instant().isBefore(since.plus(length));
    }

    /**
     * What to throw for something that has to be done in the end: it is put off while the provider is away, however long
     * that takes, and while the patience lasts; after that it is parked.
     *
     * @param unheard as in {@link NoAnswerException#unheard()}
     */
    public RuntimeException unanswered(boolean unheard, String detail, Instant since) {
        return unheard || lasts(since) ? new PutOffException(detail) : new UnansweredException(detail);
    }
}
