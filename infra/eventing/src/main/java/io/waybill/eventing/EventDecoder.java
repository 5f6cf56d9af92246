package io.waybill.eventing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * Makes an event message of what was recorded. The payload is read when a handler asks for it, so bytes that nobody can
 * read fail there, in the handler that wants them, and nowhere else. {@link RecordedEvent#of} gives back what was recorded.
 */
public final class EventDecoder {
    private static final byte[] NO_METADATA = {'{', '}'};

    private final Serializer serializer;
    private final EventUpcasterChain upcasters;

    /** A decoder of payloads in the serializer's format, old revisions brought up by these upcasters. */
    public EventDecoder(Serializer serializer, EventUpcasterChain upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** Never fails: what cannot be read says so when it is asked for its payload. */
    public DomainEventMessage<?> decode(RecordedEvent event) {
        return new GenericDomainEventMessage<>(
                event.aggregateType(), event.aggregateId(), event.sequenceNumber(), message(event), event::recordedAt);
    }

    private SerializedMessage<?> message(RecordedEvent event) {
        Map<String, Object> all = new HashMap<>(event.metadata());
        all.put(RecordedEvent.KEY, event);
        LazyDeserializingObject<MetaData> metadata = new LazyDeserializingObject<>(MetaData.from(all));
        // Our own metadata is text already; the upcasters' view of it is made only where one of them changes the event.
        var recorded = new InitialEventRepresentation(new Entry(event), serializer);
        try {
            IntermediateEventRepresentation current =
                    upcasters.upcast(Stream.of(recorded)).findFirst().orElseThrow();
            return new SerializedMessage<>(
                    event.eventId(), new LazyDeserializingObject<>(current.getData(), serializer), metadata);
        } catch (RuntimeException unreadable) {
            return new NotUpcast(
                    event.eventId(),
                    new LazyDeserializingObject<>(recorded.getData(), serializer),
                    metadata,
                    unreadable);
        }
    }

    /**
     * What upcasters are given. Axon's own entry writes the time as text, and reads it again: a sixth of what decoding takes.
     */
    private record Entry(RecordedEvent event) implements DomainEventData<byte[]> {
        @Override
        public String getType() {
            return event.aggregateType();
        }

        @Override
        public String getAggregateIdentifier() {
            return event.aggregateId();
        }

        @Override
        public long getSequenceNumber() {
            return event.sequenceNumber();
        }

        @Override
        public String getEventIdentifier() {
            return event.eventId();
        }

        @Override
        public Instant getTimestamp() {
            return event.recordedAt();
        }

        @Override
        public SerializedObject<byte[]> getMetaData() {
            return new SerializedMetaData<>(NO_METADATA, byte[].class);
        }

        @Override
        public SerializedObject<byte[]> getPayload() {
            return new SimpleSerializedObject<>(event.payload().get(), byte[].class, event.name(), event.revision());
        }
    }

    /** An event which an upcaster could not bring up: its bytes are there, its payload is not. */
    private static final class NotUpcast extends SerializedMessage<Object> {
        private static final long serialVersionUID = 1L;

        private final RuntimeException cause;

        NotUpcast(
                String identifier,
                LazyDeserializingObject<Object> payload,
                LazyDeserializingObject<MetaData> metadata,
                RuntimeException cause) {
            super(identifier, payload, metadata);
            this.cause = cause;
        }

        /** No event's class, so that no handler takes it for one that it knows. */
        @Override
        public Class<Object> getPayloadType() {
            return Object.class;
        }

        @Override
        public Object getPayload() {
            throw new SerializationException("its upcasters could not bring it up", cause);
        }
    }
}
