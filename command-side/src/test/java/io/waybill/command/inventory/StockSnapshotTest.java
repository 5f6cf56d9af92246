package io.waybill.command.inventory;

import static io.waybill.command.inventory.Stocks.FIRST;
import static io.waybill.command.inventory.Stocks.MUGS;
import static io.waybill.command.inventory.Stocks.RETURN;
import static io.waybill.command.inventory.Stocks.SECOND;
import static io.waybill.command.inventory.Stocks.received;
import static io.waybill.command.inventory.Stocks.released;
import static io.waybill.command.inventory.Stocks.reservation;
import static io.waybill.command.inventory.Stocks.reserved;
import static io.waybill.command.inventory.Stocks.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

class StockSnapshotTest {
    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all()));

    @Test
    void a_stock_that_was_stored_and_read_is_the_same() {
        Stock stock = new Stock();
        stock.on(received(9));
        stock.on(reserved(FIRST, 4));
        stock.on(reserved(SECOND, 2));
        stock.on(released(SECOND, 2));
        stock.on(reserved(reservation(3), 1));
        stock.on(shipped(reservation(3), 1));
        stock.on(new ReturnRestocked(MUGS, RETURN, 1, 2));

        SerializedObject<String> stored = serializer.serialize(stock, String.class);
        Stock read = serializer.deserialize(stored);

        String order = "01900000-0000-7000-8000-000000000001";
        assertThat(stored.getData())
                .isEqualTo("{\"state\":{\"onHand\":10,\"held\":{\"" + order + "#1\":4},"
                        + "\"released\":{\"items\":[\"" + order + "#2\"]},"
                        + "\"shipped\":{\"items\":[{\"reservation\":\"" + order + "#3\","
                        + "\"shipment\":\"01900000-0000-7000-8000-000000000005\"}]},"
                        + "\"restocked\":{\"items\":[{\"returnId\":\"01900000-0000-7000-8000-000000000007\","
                        + "\"line\":1}]}},\"stock\":\"MUG@MAIN\"}");
        assertThat(serializer.serialize(read, String.class).getData()).isEqualTo(stored.getData());
        // Not only alike as text: what it remembers still counts.
        read.on(reserved(reservation(4), 1));
        assertThat(serializer.serialize(read, String.class).getData()).contains(order + "#4\":1");
    }
}
