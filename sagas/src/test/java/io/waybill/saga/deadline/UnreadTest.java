package io.waybill.saga.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.saga.progress.SagaKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;

/** When a deadline can be met, with readers that are as far as the test says. */
class UnreadTest {
    private static final Instant DUE = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final Map<String, Long> positions = new HashMap<>(Map.of("first", 0L, "second", 0L));
    private final Map<Long, Instant> readUpTo = new HashMap<>();
    private Instant now = DUE;

    private final Unread unread = new Unread(
            positions::get,
            position -> Optional.ofNullable(readUpTo.get(position)),
            List.of(new SagaKind("first", First.class, "id"), new SagaKind("second", Second.class, "id")),
            TOLERATED,
            () -> now);

    @Test
    void a_deadline_is_met_when_what_was_recorded_before_it_has_been_read() {
        readUpTo.put(5L, DUE.minus(TOLERATED));
        positions.put("first", 5L);

        assertThat(unread.wait("First", DUE)).isEmpty();
        assertThat(unread.wait("First", DUE.plusSeconds(1))).contains(Duration.ofSeconds(1));
    }

    @Test
    void readers_that_are_stuck_leave_the_deadlines_of_other_sagas_alone() {
        readUpTo.put(5L, DUE);
        positions.put("second", 5L);

        assertThat(unread.wait("First", DUE)).isPresent();
        assertThat(unread.wait("Second", DUE)).isEmpty();
        assertThat(unread.wait("SomethingElse", DUE)).isEmpty();
    }

    @Test
    void who_is_far_behind_is_looked_at_after_as_long_but_once_a_minute() {
        readUpTo.put(5L, DUE.minusSeconds(40));
        positions.put("first", 5L);
        readUpTo.put(6L, DUE.minusSeconds(3_600));
        positions.put("second", 6L);

        assertThat(unread.wait("First", DUE)).contains(Duration.ofSeconds(30));
        assertThat(unread.wait("Second", DUE)).contains(Duration.ofMinutes(1));
    }

    @Test
    void the_longer_nothing_is_known_of_a_reader_the_later_it_is_looked_at_again() {
        assertThat(unread.wait("First", DUE)).contains(Duration.ofSeconds(1));
        now = DUE.plusSeconds(20);
        assertThat(unread.wait("First", DUE)).contains(Duration.ofSeconds(20));
        now = DUE.plusSeconds(3_600);
        assertThat(unread.wait("First", DUE)).contains(Duration.ofMinutes(1));

        readUpTo.put(0L, DUE);
        now = now.plusSeconds(60);
        assertThat(unread.wait("First", DUE)).isEmpty();
    }

    @Test
    void many_deadlines_at_once_ask_for_the_position_once() {
        assertThat(unread.wait("First", DUE)).isPresent();
        readUpTo.put(0L, DUE);

        now = DUE.plusMillis(499);
        assertThat(unread.wait("First", DUE)).isPresent();
        now = DUE.plusMillis(500);
        assertThat(unread.wait("First", DUE)).isEmpty();
    }

    @ProcessingGroup("first")
    private static final class First {}

    @ProcessingGroup("second")
    private static final class Second {}
}
