package io.waybill.letters.parking;

import io.waybill.eventing.StoredNames;
import io.waybill.letters.Reader;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * A processor's handler for events of its aggregates that this release has no class for: it fails, so that they are parked
 * rather than passed over. Without it the processor would not even see them, because it chooses events by their class.
 */
public final class UnknownEvents implements EventMessageHandler {
    private final Reader reader;
    private final StoredNames names;

    public UnknownEvents(Reader reader, StoredNames names) {
        this.reader = reader;
        this.names = names;
    }

    public String processor() {
        return reader.processor();
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> known
                && reader.aggregateTypes().contains(known.getType())
                && !names.knows(event.getPayloadType());
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) {
        if (canHandle(event)) {
            throw new UnknownEventException(nameOf(event));
        }
        return null;
    }

    @Override
    public Class<?> getTargetType() {
        return UnknownEvents.class;
    }

    /** Whether a processor can be reset is for those beside it to say. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    /** Any class, because what is none of ours has none. */
    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return !names.knows(payloadType);
    }

    private static String nameOf(EventMessage<?> event) {
        return event.getPayload() instanceof UnknownSerializedType unknown
                ? unknown.serializedType().getName() + " "
                        + unknown.serializedType().getRevision()
                : event.getPayloadType().getName();
    }

    private static final class UnknownEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownEventException(String name) {
            super("this release knows no event that is stored as " + name);
        }
    }
}
