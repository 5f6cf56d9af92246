package io.waybill.saga.fulfilment.state;

import static io.waybill.saga.fulfilment.state.Goods.MAIN;
import static io.waybill.saga.fulfilment.state.Goods.SPARE;
import static io.waybill.saga.fulfilment.state.Goods.TEA;
import static io.waybill.saga.fulfilment.state.Goods.group;
import static io.waybill.saga.fulfilment.state.Goods.line;
import static io.waybill.saga.fulfilment.state.Goods.lot;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** An order that wants three teas, in its group 3. */
class PackingTest {
    private static final FulfilmentState STATE = FulfilmentState.of(new OrderPlaced(
            new OrderId(new UUID(1, 2)),
            null,
            null,
            new ShippingAddress(null, null, null, null, "Norway"),
            List.of(line(1, TEA, 3, "1.00")),
            List.of(group(3, TEA, 3, MAIN, SPARE)),
            Money.parse("GBP 3.00"),
            List.of(),
            ShortStock.REJECT,
            LostShipment.REFUND,
            Instant.EPOCH));

    @Test
    void what_is_held_under_the_orders_own_groups_is_kept_and_the_rest_given_back() {
        Lot former = lot(2, TEA, MAIN).asking(5).holding(5);
        Lot own = lot(3, TEA, MAIN).asking(3).holding(3);

        assertThat(kept(former, own)).containsExactlyInAnyOrder(own.keeping(3), former.keeping(0));
    }

    @Test
    void what_is_kept_does_not_depend_on_which_warehouse_answered_first() {
        Lot main = lot(3, TEA, MAIN).asking(2).holding(2);
        Lot spare = lot(3, TEA, SPARE).asking(2).holding(2);

        assertThat(kept(spare, main))
                .containsExactlyInAnyOrderElementsOf(kept(main, spare))
                .containsExactlyInAnyOrder(main.keeping(2), spare.keeping(1));
    }

    private static List<Lot> kept(Lot... lots) {
        return Packing.keep(STATE.withLots(List.of(lots))).lots();
    }
}
