package io.waybill.letters;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;

/** Where a letter gets to its handlers again. A service whose processors Axon's configuration knows need not declare it. */
public interface Processing {
    /**
     * The processor's handlers, whether or not it runs.
     *
     * @param processor as its letters are stored
     */
    EventHandlerInvoker handlers(String processor);

    /** What the processor's batches are handled in. */
    TransactionManager transactions(String processor);
}
