package io.waybill.saga.fulfilment.state;

import static io.waybill.saga.fulfilment.state.Goods.MAIN;
import static io.waybill.saga.fulfilment.state.Goods.MUG;
import static io.waybill.saga.fulfilment.state.Goods.SPARE;
import static io.waybill.saga.fulfilment.state.Goods.TEA;
import static io.waybill.saga.fulfilment.state.Goods.group;
import static io.waybill.saga.fulfilment.state.Goods.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.shipment.ShipmentItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemsTest {
    @Test
    void what_is_held_under_numbers_that_the_order_does_not_know_is_told_in_those_it_does() {
        Map<WarehouseId, List<ShipmentItem>> held =
                Map.of(MAIN, List.of(item(2, TEA, 5)), SPARE, List.of(item(4, MUG, 2)));
        List<LineGroup> groups = List.of(group(1, MUG, 2), group(2, TEA, 3), group(3, TEA, 2));

        assertThat(Items.byGroups(held, groups))
                .isEqualTo(Map.of(
                        MAIN, List.of(item(2, TEA, 3), item(3, TEA, 2)),
                        SPARE, List.of(item(1, MUG, 2))));
    }

    @Test
    void pieces_of_one_group_are_one_item() {
        Map<WarehouseId, List<ShipmentItem>> held = Map.of(MAIN, List.of(item(1, MUG, 1), item(9, MUG, 2)));

        assertThat(Items.byGroups(held, List.of(group(1, MUG, 3)))).isEqualTo(Map.of(MAIN, List.of(item(1, MUG, 3))));
    }

    @Test
    void a_warehouse_tells_no_more_pieces_than_it_holds() {
        Map<WarehouseId, List<ShipmentItem>> held =
                Map.of(MAIN, List.of(item(2, TEA, 5)), SPARE, List.of(item(9, TEA, 2)));

        assertThat(Items.byGroups(held, List.of(group(2, TEA, 3), group(3, TEA, 4))))
                .isEqualTo(Map.of(
                        MAIN, List.of(item(2, TEA, 3), item(3, TEA, 2)),
                        SPARE, List.of(item(3, TEA, 2))));
    }
}
