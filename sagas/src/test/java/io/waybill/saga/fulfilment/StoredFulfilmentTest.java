package io.waybill.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class StoredFulfilmentTest {
    /** As the first release stored it: mugs held, tea asked for. */
    private static final String FORMER = """
            {"order":{"orderId":"01900000-0000-7000-8000-000000000001",
                      "paymentId":"01900000-0000-7000-8000-000000000002",
                      "total":{"amount":"9.00","currency":"GBP"},"cardToken":"tok_approve"},
             "holdings":{"1":{"group":{"number":1,"sku":"MUG","quantity":2,"sources":["MAIN","SPARE"]},
                              "source":1,"status":"HELD"},
                         "2":{"group":{"number":2,"sku":"TEA","quantity":5,"sources":["MAIN"]},
                              "source":0,"status":"ASKED"}},
             "reasons":[],"voiding":false}
            """;

    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all()));

    @Test
    void one_of_the_first_release_is_read_and_stored_in_todays_shape() {
        Fulfilment read = serializer.deserialize(new SimpleSerializedObject<>(
                FORMER.getBytes(StandardCharsets.UTF_8), byte[].class, Fulfilment.class.getName(), null));

        SerializedObject<String> stored = serializer.serialize(read, String.class);
        assertThat(stored.getData()).contains("\"FILLING\"", "\"SPARE\"", "tok_approve");
        Fulfilment again = serializer.deserialize(stored);
        assertThat(serializer.serialize(again, String.class).getData()).isEqualTo(stored.getData());
    }
}
