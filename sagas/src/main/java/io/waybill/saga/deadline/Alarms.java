package io.waybill.saga.deadline;

import io.waybill.eventing.Provenance;
import io.waybill.saga.step.Cause;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** What a saga gives along with a deadline. */
public final class Alarms {
    private Alarms() {}

    /**
     * The payload of a deadline that is set while a message is handled: what is done when it is met belongs to the request
     * that this message comes from.
     *
     * @param saga of what the saga is; its steps belong to that where nothing is known of a request
     */
    public static <T> Message<T> message(T payload, Object saga) {
        Message<?> cause = CurrentUnitOfWork.get().getMessage();
        String correlation = Provenance.get(cause.getMetaData(), Provenance.CORRELATION_ID, saga.toString());
        return new GenericMessage<>(
                payload,
                MetaData.with(Provenance.CORRELATION_ID, correlation).and(Provenance.CAUSATION_ID, Cause.of(cause)));
    }
}
