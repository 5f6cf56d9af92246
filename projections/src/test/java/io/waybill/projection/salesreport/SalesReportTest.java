package io.waybill.projection.salesreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.Orders;
import io.waybill.projection.view.Fingerprint;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesReportTest extends FoldedTables {
    SalesReportTest() {
        super("salesreport");
    }

    @Test
    void each_line_of_a_placed_order_is_a_row() {
        story.placed(Orders.hearts());
        story.placed(Orders.guest());

        fold.fold(story.events());

        assertThat(fold.rows("""
                        select line, country, customer_id, sku, description, quantity, total, currency
                          from salesreport order by ordered_at, line
                        """))
                .containsExactly(
                        List.of(
                                "1",
                                "United Kingdom",
                                "17850",
                                "85123A",
                                "WHITE HANGING HEART T-LIGHT HOLDER",
                                "6",
                                "15.30",
                                "GBP"),
                        List.of("2", "United Kingdom", "17850", "71053", "WHITE METAL LANTERN", "8", "27.13", "GBP"),
                        Arrays.asList("1", "France", null, "71053", "WHITE METAL LANTERN", "1", "3.39", "GBP"));
    }

    @Test
    void what_becomes_of_the_order_changes_nothing() {
        OrderPlaced order = Orders.hearts();
        story.placed(order);
        fold.fold(story.events());
        Fingerprint placed = fold.fingerprint("salesreport");

        story.order(Orders.amended(order, 1)).order(new OrderCancelled(order.orderId(), "too late"));
        fold.fold(story.events());

        assertThat(fold.fingerprint("salesreport")).isEqualTo(placed);
    }

    @Test
    void handling_twice_equals_handling_once_and_a_rebuilt_view_equals_the_live_one() {
        story.placed(Orders.hearts());
        story.placed(Orders.clocks());
        fold.fold(story.events());
        Fingerprint once = fold.fingerprint("salesreport");

        fold.fold(story.events());
        assertThat(fold.fingerprint("salesreport")).isEqualTo(once);

        fold.empty("salesreport");
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint("salesreport")).isEqualTo(once);
    }
}
