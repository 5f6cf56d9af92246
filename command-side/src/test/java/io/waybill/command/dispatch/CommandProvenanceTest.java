package io.waybill.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.eventing.Provenance;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class CommandProvenanceTest {
    private final CommandProvenance provenance = new CommandProvenance();

    @Test
    void an_event_names_its_command_and_what_led_to_that() {
        CommandMessage<String> command = GenericCommandMessage.<String>asCommandMessage("reserve")
                .withMetaData(Map.of(
                        Provenance.ACTOR, "saga:fulfilment",
                        Provenance.CORRELATION_ID, "checkout-12",
                        Provenance.CAUSATION_ID, "the-event"));

        assertThat(Map.<String, Object>copyOf(provenance.correlationDataFor(command)))
                .isEqualTo(Map.of(
                        Provenance.ACTOR, "saga:fulfilment",
                        Provenance.CORRELATION_ID, "checkout-12",
                        Provenance.COMMAND, "String",
                        Provenance.CAUSATION_ID, command.getIdentifier(),
                        Provenance.COMMAND_CAUSE, "the-event"));
    }

    @Test
    void the_command_of_a_request_has_nothing_that_led_to_it() {
        CommandMessage<String> command = GenericCommandMessage.asCommandMessage("place");

        assertThat(provenance.correlationDataFor(command).containsKey(Provenance.COMMAND_CAUSE))
                .isFalse();
    }
}
