package io.waybill.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.PaymentId;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.saga.step.Steps;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FulfilmentStorageTest {
    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all()));

    @Test
    void a_fulfilment_that_was_stored_and_read_is_the_same() {
        Fulfilment saga = new Fulfilment();
        saga.on(
                new OrderPlaced(
                        OrderId.of("01900000-0000-7000-8000-000000000001"),
                        PaymentId.of("01900000-0000-7000-8000-000000000002"),
                        null,
                        null,
                        new ShippingAddress(null, null, null, null, "Norway"),
                        List.of(new OrderLine(1, Sku.of("MUG"), "A mug", 2, BigMoney.parse("GBP 4.50"))),
                        List.of(
                                new LineGroup(1, Sku.of("MUG"), 2, List.of(WarehouseId.of("MAIN"))),
                                new LineGroup(2, Sku.of("TEA"), 1, List.of())),
                        Money.parse("GBP 9.00"),
                        "tok_approve",
                        Instant.parse("2011-01-05T10:15:00Z")),
                new NoSteps());

        SerializedObject<String> stored = serializer.serialize(saga, String.class);
        Fulfilment read = serializer.deserialize(stored);

        assertThat(stored.getData()).contains("tok_approve", "\"ASKED\"", "\"SHORT\"");
        assertThat(serializer.serialize(read, String.class).getData()).isEqualTo(stored.getData());
    }

    private static final class NoSteps implements Steps {
        @Override
        public void take(String name, Object command) {
            // Nobody is there to hear it.
        }

        @Override
        public void takeAfter(Supplier<Step> call) {
            throw new AssertionError("a fulfilment calls nobody");
        }
    }
}
