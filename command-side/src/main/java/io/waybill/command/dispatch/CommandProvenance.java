package io.waybill.command.dispatch;

import io.waybill.eventing.Provenance;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.stereotype.Component;

/** Writes on each event who caused it, by which command, in which request. */
@Component
final class CommandProvenance implements CorrelationDataProvider {
    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        data.put(Provenance.CAUSATION_ID, message.getIdentifier());
        for (String key : new String[] {Provenance.ACTOR, Provenance.CORRELATION_ID}) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                data.put(key, value);
            }
        }
        if (message instanceof CommandMessage<?>) {
            data.put(Provenance.COMMAND, message.getPayloadType().getSimpleName());
            Object cause = message.getMetaData().get(Provenance.CAUSATION_ID);
            if (cause != null) {
                data.put(Provenance.COMMAND_CAUSE, cause);
            }
        }
        return data;
    }
}
