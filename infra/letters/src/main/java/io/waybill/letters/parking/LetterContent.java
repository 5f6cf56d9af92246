package io.waybill.letters.parking;

import static java.util.stream.Collectors.toMap;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.EventDecoder;
import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.kafka.LogPosition;
import io.waybill.eventing.personal.KeysUnavailableException;
import io.waybill.letters.Sequences;
import java.util.List;
import java.util.Map;
import org.axonframework.common.ExceptionUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** From an event to what is kept of it in a letter, and back. */
public final class LetterContent {
    private final Serializer serializer;
    private final EventDecoder decoder;
    private final Sequences sequences;

    public LetterContent(Serializer serializer, EventDecoder decoder, Sequences sequences) {
        this.serializer = serializer;
        this.decoder = decoder;
        this.sequences = sequences;
    }

    /**
     * The sequence of the event; one that cannot be read goes with its aggregate.
     *
     * @throws KeysUnavailableException, or what it caused, if it cannot be told now whether the event can be read
     */
    String sequence(EventMessage<?> event) {
        DomainEventMessage<?> known = (DomainEventMessage<?>) event;
        try {
            return sequences.of(known);
        } catch (RuntimeException unreadable) {
            if (ExceptionUtils.findException(unreadable, KeysUnavailableException.class)
                    .isPresent()) {
                throw unreadable;
            }
            return known.getAggregateIdentifier();
        }
    }

    /** The event with its bytes as they came, even where nobody can read them. */
    RecordedEvent recorded(EventMessage<?> event) {
        RecordedEvent recorded = RecordedEvent.of(event);
        return recorded == null ? made(event) : recorded;
    }

    /** Of a message that does not come from the log. */
    private RecordedEvent made(EventMessage<?> event) {
        DomainEventMessage<?> known = (DomainEventMessage<?>) event;
        // A message read with the same serializer still has its bytes, and gives them back as they are.
        SerializedObject<byte[]> payload = known.serializePayload(serializer, byte[].class);
        Map<String, String> metadata = known.getMetaData().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        return new RecordedEvent(
                known.getIdentifier(),
                known.getType(),
                known.getAggregateIdentifier(),
                known.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                known.getTimestamp(),
                Bytes.of(payload.getData()),
                metadata,
                null);
    }

    /** An event as its processor would meet it, read by this release's code. */
    public TrackedEventMessage<?> event(RecordedEvent event, long number) {
        return EventUtils.asTrackedEventMessage(decoder.decode(event), new LogPosition(number, List.of()));
    }
}
