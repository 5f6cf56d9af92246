package io.waybill.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.junit.jupiter.api.Test;

/**
 * Handlers on this side (what is known of products, stock and wallets; whose keys go) work in the transaction of the command
 * that makes the event, once. They keep no position that could be put back.
 */
@RealServers({Server.POSTGRES, Server.KAFKA})
class NothingIsReplayedTest {
    @Test
    void every_handler_of_events_is_called_by_the_command_alone() {
        try (RunningCommandSide service = RunningCommandSide.start()) {
            assertThat(service.context
                            .getBean(EventProcessingConfiguration.class)
                            .eventProcessors()
                            .values())
                    .isNotEmpty()
                    .allSatisfy(processor -> assertThat(processor).isInstanceOf(SubscribingEventProcessor.class));
        }
    }
}
