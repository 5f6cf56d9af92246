package io.waybill.cli.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.loading.Matching.Unmatched;
import io.waybill.cli.loading.Outcomes.Placed;
import io.waybill.cli.retail.RetailCancellation;
import io.waybill.cli.retail.RetailLine;
import io.waybill.cli.retail.RetailOrder;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final LocalDateTime MONDAY = LocalDateTime.of(2011, 1, 3, 12, 0);

    @Test
    void pieces_come_back_from_the_most_recent_order_before_that_holds_enough() {
        Placed first = order("first", "17850", 0, line("MUG", 10, "2.00"));
        Placed second = order("second", "17850", 1, line("MUG", 3, "2.00"));
        Placed later = order("later", "17850", 3, line("MUG", 10, "2.00"));

        Matching matching = Matching.of(
                List.of(first, second, later),
                List.of(
                        cancellation("17850", 2, "MUG", 2),
                        cancellation("17850", 2, "MUG", 2),
                        cancellation("17850", 4, "MUG", 1)));

        assertThat(matching.matches()).extracting(Matching.Match::order).containsExactly(second, first, later);
        assertThat(matching.value()).isEqualTo("10.00");
    }

    @Test
    void pieces_may_come_from_several_lines_of_one_order_and_a_line_is_rounded_once() {
        Placed order =
                order("one", "17850", 0, line("MUG", 1, "0.005"), line("PAD", 1, "1.00"), line("MUG", 3, "0.005"));

        Matching matching = Matching.of(
                List.of(order), List.of(cancellation("17850", 1, "MUG", 2), cancellation("17850", 1, "MUG", 2)));

        assertThat(matching.matches())
                .extracting(Matching.Match::pieces)
                .containsExactly(Map.of(1, 1, 3, 1), Map.of(3, 2));
        // 0.005 is half a penny, and goes to the even one; 3 × 0.005 is 0.015, and goes there too.
        assertThat(matching.value()).isEqualTo("0.02");
    }

    @Test
    void of_two_orders_of_one_minute_the_later_invoice_is_the_more_recent_in_whatever_sequence_they_were_placed() {
        Placed first = order("536365", "17850", 0, line("MUG", 1, "2.00"));
        Placed second = order("536366", "17850", 0, line("MUG", 1, "2.00"));
        List<RetailCancellation> cancellations = List.of(cancellation("17850", 1, "MUG", 1));

        assertThat(Matching.of(List.of(first, second), cancellations).matches())
                .extracting(Matching.Match::order)
                .containsExactly(second);
        assertThat(Matching.of(List.of(second, first), cancellations).matches())
                .extracting(Matching.Match::order)
                .containsExactly(second);
    }

    @Test
    void nothing_is_matched_before_all_orders_end() {
        Matching matching = Matching.postponed(List.of(cancellation("17850", 1, "MUG", 1)));

        assertThat(matching.matches()).isEmpty();
        assertThat(matching.unmatched()).isEqualTo(Map.of(Unmatched.ORDERS_OPEN, 1L));
    }

    @Test
    void what_cannot_be_matched_is_counted_by_reason() {
        Matching matching = Matching.of(
                List.of(order("one", "17850", 2, line("MUG", 3, "2.00"))),
                List.of(
                        cancellation(null, 3, "MUG", 1),
                        cancellation("17850", 3, "MUG", 0),
                        cancellation("17850", 1, "MUG", 1),
                        cancellation("17850", 3, "PAD", 1),
                        cancellation("12345", 3, "MUG", 1),
                        cancellation("17850", 3, "MUG", 4)));

        assertThat(matching.matches()).isEmpty();
        assertThat(matching.unmatched())
                .isEqualTo(Map.of(
                        Unmatched.NO_CUSTOMER, 1L,
                        Unmatched.NOTHING_CAME_BACK, 1L,
                        Unmatched.NEVER_BOUGHT, 3L,
                        Unmatched.NOT_ENOUGH_LEFT, 1L));
        assertThat(matching.value()).isZero();
    }

    private static Placed order(String invoice, String customer, int day, RetailLine... lines) {
        return new Placed(
                "id-" + invoice,
                new RetailOrder(invoice, MONDAY.plusDays(day), customer, "United Kingdom", List.of(lines)));
    }

    private static RetailLine line(String sku, int quantity, String price) {
        return new RetailLine(sku, quantity, new BigDecimal(price));
    }

    private static RetailCancellation cancellation(@Nullable String customer, int day, String sku, int pieces) {
        return new RetailCancellation("C1", MONDAY.plusDays(day), customer, sku, pieces, new BigDecimal("2.00"), 1);
    }
}
