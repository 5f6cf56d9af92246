package io.waybill.eventing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OrderedMergeTest {
    private final OrderedMerge merge = new OrderedMerge(LogPosition.START, 2);

    @Test
    void partitions_come_back_in_the_order_in_which_they_were_published() {
        add(0, 0, 2);
        add(0, 1, 3);
        assertThat(taken()).isEmpty();
        add(1, 0, 1);
        add(1, 1, 4);

        assertThat(taken()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void what_was_published_again_is_dropped() {
        add(0, 0, 1);
        add(0, 1, 2);
        add(0, 2, 1);
        add(0, 3, 2);
        add(0, 4, 3);

        assertThat(taken()).containsExactly(1L, 2L, 3L);
        assertThat(merge.offsets()).containsExactly(5L, 0L);
    }

    @Test
    void reading_on_from_its_offsets_meets_everything_that_was_not_handed_out() {
        add(0, 0, 1);
        add(0, 1, 3);
        add(0, 2, 1);
        assertThat(taken()).containsExactly(1L);

        assertThat(merge.offsets())
                .as("3 waits at offset 1, so the repeated 1 behind it is not passed")
                .containsExactly(1L, 0L);
        assertThat(merge.isAhead(0)).isTrue();
        assertThat(merge.isAhead(1)).isFalse();
    }

    @Test
    void a_reader_starts_behind_its_position() {
        OrderedMerge later = new OrderedMerge(new LogPosition(2, List.of(7L, 9L)), 2);

        assertThat(later.offsets()).containsExactly(7L, 9L);
        later.add(record(0, 7, 2));
        assertThat(later.next()).isNull();
        later.add(record(1, 9, 3));
        assertThat(later.next()).isNotNull();
        assertThat(later.last()).isEqualTo(3);
    }

    private void add(int partition, long offset, long number) {
        merge.add(record(partition, offset, number));
    }

    private List<Long> taken() {
        List<Long> numbers = new ArrayList<>();
        for (var record = merge.next(); record != null; record = merge.next()) {
            numbers.add(EventNumber.of(record));
        }
        return numbers;
    }

    private static ConsumerRecord<String, byte[]> record(int partition, long offset, long number) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("t", partition, offset, "k", new byte[0]);
        EventNumber.write(record.headers(), number);
        return record;
    }
}
