package io.waybill.saga.step;

import io.waybill.eventing.Provenance;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.Message;

/** What a saga's steps say that they come of. */
public final class Cause {
    private Cause() {}

    /** The identifier of an event; of a deadline, which no history knows, that of the event at which it was set. */
    public static String of(Message<?> message) {
        String own = message.getIdentifier();
        return message instanceof DeadlineMessage<?>
                ? Provenance.get(message.getMetaData(), Provenance.CAUSATION_ID, own)
                : own;
    }
}
