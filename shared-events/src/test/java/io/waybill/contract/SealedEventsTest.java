package io.waybill.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.personal.PersonalData;
import io.waybill.eventing.personal.PersonalKey;
import io.waybill.eventing.personal.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** What is stored sealed stays readable with its key, for ever, and reads as nothing without. */
class SealedEventsTest {
    private static final CustomerId ADA = CustomerId.of("17850");
    private static final CustomerProfile LOVELACE = new CustomerProfile(
            "Ada Lovelace",
            "ada@example.org",
            null,
            new ShippingAddress(null, "12 St James's Square", "London", null, "United Kingdom"));

    @Test
    void a_sealed_event_is_read_with_its_key() throws IOException {
        CustomerRegistered read = read(golden(), Optional.of(key(7)));

        assertThat(read).isEqualTo(new CustomerRegistered(ADA, LOVELACE));
    }

    @Test
    void a_sealed_event_is_read_as_nothing_known_once_its_key_is_gone() throws IOException {
        assertThat(read(golden(), Optional.empty())).isEqualTo(new CustomerRegistered(ADA, CustomerProfile.EMPTY));
    }

    @Test
    void what_is_written_is_read_and_shows_nobody() {
        String written = serializer(Optional.of(key(7)))
                .serialize(new CustomerRegistered(ADA, LOVELACE), String.class)
                .getData();

        assertThat(written)
                .startsWith("{\"customerId\":\"17850\",\"profile\":{\"subject\":\"customer:17850\",\"sealed\":\"")
                .doesNotContain("Ada Lovelace", "London");
        assertThat(read(written, Optional.of(key(7))).profile()).isEqualTo(LOVELACE);
    }

    @Test
    void of_one_who_was_erased_nothing_new_is_written() {
        String written = serializer(Optional.empty())
                .serialize(new CustomerRegistered(ADA, LOVELACE), String.class)
                .getData();

        assertThat(written).isEqualTo("{\"customerId\":\"17850\",\"profile\":{\"subject\":\"customer:17850\"}}");
    }

    @Test
    void an_address_that_history_told_is_sealed_wherever_it_is_remembered() {
        var told = new ShippingAddress("Ada Lovelace", null, "London", null, "Norway", DataSubject.of(ADA));
        Serializer consumers = EventSerializer.of(
                StoredNames.of(Events.all(), Upcasts.all()),
                PersonalData.of(Personal.class, subject -> Optional.of(key(7)), Subjects.UNKNOWN));

        SerializedObject<String> state = consumers.serialize(new Remembered(told), String.class);

        assertThat(state.getData()).contains("Norway", "customer:17850").doesNotContain("Ada Lovelace", "London");
        assertThat(consumers.<String, Remembered>deserialize(state)).isEqualTo(new Remembered(told));
    }

    /** A saga's state, for example. */
    record Remembered(ShippingAddress to) {}

    private static CustomerRegistered read(String json, Optional<PersonalKey> key) {
        return serializer(key).deserialize(new SimpleSerializedObject<>(json, String.class, "CustomerRegistered", "1"));
    }

    private static Serializer serializer(Optional<PersonalKey> key) {
        Subjects subjects = message -> message instanceof CustomerRegistered registered
                ? Optional.of("customer:" + registered.customerId())
                : Optional.empty();
        return EventSerializer.of(
                StoredNames.of(Events.all(), Upcasts.all()), PersonalData.of(Personal.class, subject -> key, subjects));
    }

    private static PersonalKey key(int each) {
        byte[] bytes = new byte[PersonalKey.BYTES];
        Arrays.fill(bytes, (byte) each);
        return PersonalKey.of(bytes);
    }

    private static String golden() throws IOException {
        try (InputStream in = SealedEventsTest.class.getResourceAsStream("/golden/sealed/CustomerRegistered-1.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
