package io.waybill.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is stored stays readable for ever: for each event and revision there is one file of its JSON as it is stored. Do
 * not change such a file; a change of an event is a new revision with a file of its own.
 */
class GoldenEventsTest {
    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all()));

    static Stream<Class<?>> events() {
        return Events.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_read_and_written_as_it_is_stored(Class<?> event) throws IOException {
        String revision = event.getAnnotation(Revision.class).value();
        String golden = golden(event.getSimpleName() + "-" + revision + ".json");

        Object read = serializer.deserialize(
                new SimpleSerializedObject<>(golden, String.class, event.getSimpleName(), revision));
        SerializedObject<String> written = serializer.serialize(read, String.class);

        assertThat(read).isInstanceOf(event);
        assertThat(written.getData()).isEqualTo(golden);
        assertThat(written.getType().getName()).isEqualTo(event.getSimpleName());
        assertThat(written.getType().getRevision()).isEqualTo(revision);
    }

    @Test
    void a_reader_passes_over_fields_that_a_newer_writer_added() {
        String newer = "{\"orderId\":\"01900000-0000-7000-8000-000000000001\",\"addedLater\":{\"x\":1}}";

        assertThatCode(() -> serializer.deserialize(
                        new SimpleSerializedObject<>(newer, String.class, "OrderConfirmed", "1")))
                .doesNotThrowAnyException();
    }

    private static String golden(String file) throws IOException {
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream("/golden/" + file)) {
            assertThat(in).as("golden file " + file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
