package io.waybill.projection.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThrottledStreamTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicBoolean more = new AtomicBoolean();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ThrottledStream stream =
            new ThrottledStream(new ReadyEvents(0, 2), new Throttle(() -> 1, nanos::get), clock, more);

    @AfterEach
    void end() {
        clock.shutdownNow();
    }

    @Test
    void an_event_that_has_to_wait_is_hidden_and_the_reader_is_told_when_to_look_again() throws InterruptedException {
        stream.setOnAvailableCallback(() -> woken.set(true));
        aSecondPasses();
        assertThat(stream.hasNextAvailable()).isTrue();
        stream.nextAvailable();

        assertThat(stream.peek()).isEmpty();
        assertThat(stream.hasNextAvailable()).isFalse();

        await().atMost(Duration.ofMinutes(1)).untilTrue(woken);
        aSecondPasses();
        assertThat(stream.peek()).isPresent();
    }

    @Test
    void that_there_is_more_stays_known_while_it_has_to_wait() throws InterruptedException {
        aSecondPasses();
        assertThat(stream.peek()).isPresent();
        stream.nextAvailable();

        assertThat(stream.peek()).isEmpty();
        assertThat(more).isTrue();

        aSecondPasses();
        stream.nextAvailable();
        aSecondPasses();
        assertThat(stream.peek()).isEmpty();
        assertThat(more).isFalse();
    }

    private void aSecondPasses() {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }
}
