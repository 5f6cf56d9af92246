package io.waybill.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.EventDecoder;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.StoredNames;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An older revision is read from the file of what was stored, and gives what the file of the same name under
 * {@code upcast} holds: the event as it would be written today.
 */
class UpcastsTest {
    private static final StoredNames NAMES = StoredNames.of(Events.all(), Upcasts.all());

    private final Serializer serializer = EventSerializer.of(NAMES);
    private final EventDecoder decoder = new EventDecoder(serializer, NAMES.upcasters());

    static Set<String> older() {
        return Upcasts.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("older")
    void an_event_of_an_older_revision_is_read_as_it_would_be_written_today(String nameAndRevision) throws IOException {
        String name = nameAndRevision.substring(0, nameAndRevision.indexOf('-'));
        String revision = nameAndRevision.substring(nameAndRevision.indexOf('-') + 1);
        byte[] stored = golden(nameAndRevision).getBytes(UTF_8);

        Object event = decoder.decode(new RecordedEvent(
                        "event", "Type", "id", 0, name, revision, Instant.EPOCH, Bytes.of(stored), Map.of(), null))
                .getPayload();

        assertThat(serializer.serialize(event, String.class).getData()).isEqualTo(golden("upcast/" + nameAndRevision));
    }

    @Test
    void no_service_starts_that_could_not_read_its_history() {
        Map<String, UnaryOperator<Map<String, Object>>> lacking = new HashMap<>(Upcasts.all());
        lacking.remove("OrderPlaced-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredNames.of(Events.all(), lacking))
                .withMessageContaining("nothing reads revision 1 of")
                .withMessageContaining("OrderPlaced");
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = UpcastsTest.class.getResourceAsStream("/golden/" + file + ".json")) {
            assertThat(in).as("golden file " + file).isNotNull();
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
