package io.waybill.saga.deadline;

import io.waybill.eventing.Provenance;
import io.waybill.saga.step.Cause;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** What a saga gives along with a deadline. */
public final class Alarms {
    private static final String DUE = "due";

    private Alarms() {}

    /**
     * The payload of a deadline that is set while a message is handled: what is done when it is met belongs to the request
     * that this message comes from.
     *
     * @param saga of what the saga is; its steps belong to that where nothing is known of a request
     * @param due when it is to be met, as soon as what was recorded before has been read
     */
    public static <T> Message<T> message(T payload, Object saga, Instant due) {
        Message<?> cause = CurrentUnitOfWork.get().getMessage();
        String correlation = Provenance.get(cause.getMetaData(), Provenance.CORRELATION_ID, saga.toString());
        return new GenericMessage<>(
                payload,
                MetaData.with(Provenance.CORRELATION_ID, correlation)
                        .and(Provenance.CAUSATION_ID, Cause.of(cause))
                        .and(DUE, due.toString()));
    }

    /** When a deadline was to be met; empty for one that waits for nothing else. */
    static Optional<Instant> due(Message<?> deadline) {
        return Optional.ofNullable((String) deadline.getMetaData().get(DUE)).map(Instant::parse);
    }
}
