package io.waybill.projection.verification;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/** Events handled as a processor handles a batch: in one unit of work, within whatever transaction there is. */
public final class HandledBatch {
    private HandledBatch() {}

    /**
     * Everything that the handlers gather is written when this returns.
     *
     * @return how many events were handled
     * @throws IllegalStateException with what a handler, or its writing, failed with
     */
    public static int of(List<? extends EventMessage<?>> events, List<? extends EventMessageHandler> handlers) {
        BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(List.copyOf(events));
        ResultMessage<?> result = work.executeWithResult(
                () -> {
                    for (EventMessageHandler handler : handlers) {
                        handler.handle(work.getMessage());
                    }
                    return null;
                },
                RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
        return events.size();
    }
}
