package io.waybill.command.order;

import static io.waybill.command.order.OrderStories.GROUPS;
import static io.waybill.command.order.OrderStories.LINES;
import static io.waybill.command.order.OrderStories.MAIN;
import static io.waybill.command.order.OrderStories.MUG;
import static io.waybill.command.order.OrderStories.SPARE;
import static io.waybill.command.order.OrderStories.TEA;
import static io.waybill.command.order.OrderStories.mugs;
import static io.waybill.command.order.OrderStories.teas;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.LineGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineGroupsTest {
    @Test
    void a_new_order_has_a_group_for_each_sku_in_the_order_of_its_lines() {
        assertThat(LineGroups.of(LINES, Map.of(MUG, List.of(MAIN), TEA, List.of(MAIN, SPARE))))
                .isEqualTo(GROUPS);
        assertThat(LineGroups.of(List.of(teas(1, 2), mugs(2, 4, "1.00")), Map.of(TEA, List.of(SPARE))))
                .containsExactly(new LineGroup(1, TEA, 2, List.of(SPARE)), new LineGroup(2, MUG, 4, List.of()));
    }
}
