package io.waybill.saga.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnReceipt.Condition;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.Serializer;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ReturningStorageTest {
    private static final ReturnId RETURN = ReturnId.of("01900000-0000-7000-8000-000000000005");
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final PaymentId CARD = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final Money WORTH = Money.parse("GBP 4.50");

    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all()));

    @Test
    void a_return_that_was_stored_and_read_is_the_same() {
        ReturnState arrived = ReturnState.requested(new ReturnRequested(RETURN, ORDER, List.of(), "too small", null))
                .received(new ReturnReceived(
                        RETURN,
                        ORDER,
                        WarehouseId.of("MAIN"),
                        List.of(new ReceivedItem(1, Sku.of("MUG"), 2, Condition.SELLABLE, WORTH)),
                        WORTH));
        ReturnState divided = arrived.with(arrived.refunding()
                .divided(new OrderRefundRequested(
                        ORDER,
                        arrived.refunding().id(),
                        List.of(new RefundPart(CARD, WORTH)),
                        Money.parse("GBP 0.00"))));

        ReturnState read = stored(divided.because("why not"), ReturnState.class);

        assertThat(read).isEqualTo(divided.because("why not"));
        assertThat(read.restocking()).containsEntry(1, new Restock(StockKey.of("MUG@MAIN"), 2));
        assertThat(read.refunding().awaited()).containsExactly(CARD);
    }

    @Test
    void so_is_how_long_it_has_waited() {
        Instant then = Instant.parse("2011-01-05T10:15:00Z");
        Pace pace = new Pace(Stage.EXPECTED, then, "deadline", then.plusSeconds(1), 1, 2, Set.of("a", "b"));

        assertThat(stored(pace, Pace.class)).isEqualTo(pace);
    }

    private <T> T stored(T before, Class<T> type) {
        return type.cast(serializer.<byte[], Object>deserialize(serializer.serialize(before, byte[].class)));
    }
}
