package io.waybill.eventing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberOrderTest {
    private final Differences differences = new Differences();
    private final Published published = new Published(differences);
    private final NumberOrder order = new NumberOrder(published);

    @Test
    void a_batch_of_which_a_later_part_came_first_is_in_order_again() {
        // As a broker leaves it that refused 1 and 2, and took them when the relay published the batch once more.
        add(3, 4, 1, 2, 3, 4);

        assertThat(taken()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(published.repeats()).isEqualTo(2);
        assertThat(differences.list()).isEmpty();
    }

    @Test
    void what_comes_again_late_is_compared_too() {
        add(1, 2, 3);
        taken();

        order.add(0, new Entry(2, "2", "other", 7));

        assertThat(published.repeats()).isEqualTo(1);
        assertThat(differences.list())
                .singleElement()
                .extracting(Difference::count)
                .isEqualTo(1L);
    }

    @Test
    void a_partition_is_full_when_its_share_waits() {
        for (int number = 2; number <= NumberOrder.ROOM; number++) {
            order.add(0, entry(number));
        }
        assertThat(order.isFull(0)).isFalse();

        order.add(0, entry(NumberOrder.ROOM + 1));

        assertThat(order.isFull(0)).isTrue();
        assertThat(order.isFull(1)).isFalse();
        assertThat(order.hasFollower()).isFalse();
    }

    private void add(long... numbers) {
        for (long number : numbers) {
            order.add(0, entry(number));
        }
    }

    private static Entry entry(long number) {
        return new Entry(number, Long.toString(number), "event " + number, number * 31);
    }

    private List<Long> taken() {
        List<Long> taken = new ArrayList<>();
        while (order.hasFollower()) {
            Entry lowest = order.lowest();
            taken.add(lowest == null ? 0 : lowest.number());
        }
        return taken;
    }
}
