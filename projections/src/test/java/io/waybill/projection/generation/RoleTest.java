package io.waybill.projection.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.generation.Generation.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoleTest {
    private static final int ENOUGH = 2_000;

    private final Courtesy quietMachine = new Courtesy(5_000, () -> 0.1, System::nanoTime);

    @Test
    void what_serves_handles_each_event_at_once() {
        assertThat(gathers(State.SERVING, null)).isZero();
        assertThat(gathers(State.SERVING, 100)).isZero();
    }

    @Test
    void what_is_built_gathers_until_a_batch_is_full_at_the_speed_that_it_may_have_but_not_for_long() {
        assertThat(gathers(State.BUILDING, null)).isEqualTo(50);
        assertThat(gathers(State.BUILDING, 1_000_000)).isEqualTo(50);
        assertThat(gathers(State.BUILDING, 10_000)).isEqualTo(200);
        assertThat(gathers(State.BUILDING, 1)).isEqualTo(500);
        assertThat(gathers(State.BUILDING, 1, 0)).as("at the end of the log").isEqualTo(50);
    }

    private long gathers(State state, @Nullable Integer eventsPerSecond) {
        return gathers(state, eventsPerSecond, ENOUGH);
    }

    private long gathers(State state, @Nullable Integer eventsPerSecond, int enough) {
        return new Role(new Assignment("ordersummary", 2, state, true, null, eventsPerSecond))
                .gatheringMillis(quietMachine, enough);
    }
}
