package io.waybill.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StallsTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-01-05T10:15:00Z");
    private final Stalls stalls = new Stalls();

    @Test
    void one_that_is_behind_for_a_minute_and_gets_no_further_hangs() {
        assertThat(stalls.of("audit", 7, 3, now)).isEmpty();
        pass(A_MINUTE.minusSeconds(1));
        assertThat(stalls.of("audit", 7, 4, now)).isEmpty();
        pass(Duration.ofSeconds(1));

        assertThat(stalls.of("audit", 7, 5, now)).hasValue("stands at event 7 for 60 s");
    }

    @Test
    void one_that_gets_further_is_only_slow() {
        stalls.of("audit", 7, 3, now);
        pass(A_MINUTE);

        assertThat(stalls.of("audit", 8, 3, now)).isEmpty();
    }

    @Test
    void one_that_had_seen_everything_when_somebody_last_looked_has_only_just_fallen_behind() {
        stalls.of("audit", 7, 0, now);
        pass(A_MINUTE.multipliedBy(10));

        assertThat(stalls.of("audit", 7, 1, now)).isEmpty();
        pass(A_MINUTE);
        assertThat(stalls.of("audit", 7, 1, now)).isPresent();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
