package io.waybill.letters.retry;

import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.letters.parking.LetterContent;
import io.waybill.letters.store.DeadLetter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a letter's event with this release's code, which may know more than the one that parked it: from the bytes that
 * were kept, and where nobody can read these, from the log, which may have been mended.
 */
public final class Reading {
    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private final LetterContent content;
    private final KafkaEventSource source;

    public Reading(LetterContent content, KafkaEventSource source) {
        this.content = content;
        this.source = source;
    }

    /** The event as its processor would meet it now; perhaps still unreadable. */
    TrackedEventMessage<?> event(DeadLetter letter) {
        TrackedEventMessage<?> kept = content.event(letter.event(), letter.number());
        return isReadable(kept) ? kept : onTheLog(letter, kept);
    }

    private TrackedEventMessage<?> onTheLog(DeadLetter letter, TrackedEventMessage<?> kept) {
        try {
            return source.find(letter.number(), letter.event().recordedAt())
                    .filter(found -> found.aggregateId().equals(letter.event().aggregateId()))
                    .<TrackedEventMessage<?>>map(found -> content.event(found, letter.number()))
                    .orElse(kept);
        } catch (RuntimeException away) {
            log.warn("Event {} could not be looked up on the log: {}", letter.number(), away.toString());
            return kept;
        }
    }

    private static boolean isReadable(EventMessage<?> event) {
        try {
            return !(event.getPayload() instanceof UnknownSerializedType);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
