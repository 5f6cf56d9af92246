package io.waybill.projection.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CourtesyTest {
    private static final int LEAST = 5_000;
    private static final int NO_LIMIT = 0;

    private long nanoTime;
    private double load;
    private final Courtesy courtesy = new Courtesy(LEAST, () -> load, () -> nanoTime);

    @Test
    void as_long_as_there_is_room_nothing_is_held_back() {
        assertThat(after(10, 0.5)).isEqualTo(NO_LIMIT);
    }

    @Test
    void where_processors_are_busy_it_goes_slower_and_slower_but_not_below_what_is_set() {
        int soon = after(2, 1);
        int later = after(2, 1);

        assertThat(soon).isPositive();
        assertThat(later).isBetween(LEAST, soon - 1);
        assertThat(after(60, 1)).isEqualTo(LEAST);
    }

    @Test
    void it_goes_faster_again_when_there_is_room() {
        int busy = after(8, 1);

        assertThat(after(2, 0.5)).isGreaterThan(busy);
        assertThat(after(60, 0.5)).isEqualTo(NO_LIMIT);
    }

    @Test
    void it_stays_where_processors_have_just_enough_to_do() {
        int busy = after(4, 1);

        assertThat(after(20, 0.93)).isEqualTo(busy);
    }

    @Test
    void where_nobody_knows_how_busy_they_are_nothing_is_held_back() {
        assertThat(after(20, -1)).isEqualTo(NO_LIMIT);
    }

    /** What is allowed after so many looks at processors that are so busy. */
    private int after(int looks, double busy) {
        load = busy;
        for (int i = 0; i < looks; i++) {
            nanoTime += Duration.ofMillis(250).toNanos();
            courtesy.eventsPerSecond();
        }
        return courtesy.eventsPerSecond();
    }
}
