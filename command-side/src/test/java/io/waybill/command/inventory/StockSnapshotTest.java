package io.waybill.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.OrderId;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

class StockSnapshotTest {
    private static final StockKey MUGS = StockKey.of("MUG@MAIN");

    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all()));

    @Test
    void a_stock_that_was_stored_and_read_is_the_same() {
        Stock stock = new Stock();
        stock.on(new StockReceived(MUGS, 9));
        stock.on(new StockReserved(MUGS, new ReservationId(OrderId.of("01900000-0000-7000-8000-000000000001"), 1), 4));

        SerializedObject<String> stored = serializer.serialize(stock, String.class);
        Stock read = serializer.deserialize(stored);

        assertThat(stored.getData())
                .isEqualTo("{\"state\":{\"onHand\":9,\"held\":"
                        + "{\"01900000-0000-7000-8000-000000000001#1\":4}},\"stock\":\"MUG@MAIN\"}");
        assertThat(serializer.serialize(read, String.class).getData()).isEqualTo(stored.getData());
    }
}
