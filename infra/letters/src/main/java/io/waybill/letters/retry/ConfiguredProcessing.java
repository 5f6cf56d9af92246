package io.waybill.letters.retry;

import io.waybill.letters.Processing;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.springframework.beans.factory.ObjectProvider;

/** The processors of Axon's configuration, all in transactions of the same kind. */
public final class ConfiguredProcessing implements Processing {
    private final ObjectProvider<EventProcessingConfiguration> processors;
    private final TransactionManager transactions;

    public ConfiguredProcessing(
            ObjectProvider<EventProcessingConfiguration> processors, TransactionManager transactions) {
        this.processors = processors;
        this.transactions = transactions;
    }

    @Override
    public EventHandlerInvoker handlers(String processor) {
        return processors
                .getObject()
                .eventProcessor(processor, AbstractEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("there is no processor " + processor))
                .eventHandlerInvoker();
    }

    @Override
    public TransactionManager transactions(String processor) {
        return transactions;
    }
}
