package io.waybill.saga.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutsideTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES = 3;

    /** Longer than any test runs. */
    private static final Duration LONG = Duration.ofHours(1);

    /** Short, and long enough for a question to be put before it is over. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outsides outsides = new Outsides(meters);
    private final Outside provider = outside("provider", LONG, LONG);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        outsides.close();
    }

    @Test
    void an_answer_is_passed_on() {
        assertThat(provider.ask(() -> "yes")).isEqualTo("yes");
    }

    @Test
    void what_fails_is_asked_again() {
        assertThat(provider.ask(() -> asked.incrementAndGet() < 3 ? failing().call() : "yes"))
                .isEqualTo("yes");
        assertThat(asked).hasValue(TRIES);
    }

    @Test
    void what_goes_on_failing_is_asked_so_often_and_no_more() {
        assertThat(unanswered(failing()).unheard()).isFalse();
        assertThat(asked).hasValue(TRIES);
    }

    @Test
    void a_try_that_takes_too_long_is_given_up() {
        Outside hasty = outside("hasty", SHORT, LONG);

        assertThat(unanswered(hasty, silence()).unheard()).isFalse();
        assertThat(asked).hasValue(TRIES);
    }

    @Test
    void without_a_connection_nobody_was_asked() {
        assertThat(unanswered(() -> {
                            throw new IllegalStateException(new ConnectException("refused"));
                        })
                        .unheard())
                .isTrue();
    }

    @Test
    void after_too_many_failures_the_provider_is_left_alone() {
        unanswered(failing());
        assertThat(unanswered(failing()).unheard())
                .as("its last try opened the breaker")
                .isTrue();
        assertThat(state("open")).isEqualTo(1);

        assertThat(unanswered(failing()).unheard()).isTrue();
        assertThat(asked).as("asked, the last time not").hasValue(2 * TRIES);
    }

    @Test
    void a_provider_that_was_left_alone_for_a_while_is_tried_out() {
        Outside back = outside("back", LONG, SHORT);
        unanswered(back, failing());
        assertThat(unanswered(back, failing()).unheard()).isTrue();

        await().atMost(PATIENCE).until(() -> answers(back) && state("back", "closed") == 1);
    }

    @Test
    void a_provider_that_says_no_has_answered() {
        for (int i = 0; i < 20; i++) {
            provider.ask(() -> "no");
        }
        assertThat(state("closed")).isEqualTo(1);
    }

    private Outside outside(String name, Duration timeout, Duration open) {
        OutsideSettings.Breaker breaker = new OutsideSettings.Breaker(LONG, 2 * TRIES, 50, open, 2);
        return outsides.to(name, new OutsideSettings(timeout, TRIES, Duration.ofMillis(10), breaker), Unreached::by);
    }

    private static boolean answers(Outside outside) {
        try {
            return outside.ask(() -> "yes").equals("yes");
        } catch (NoAnswerException open) {
            return false;
        }
    }

    private Callable<String> failing() {
        return () -> {
            asked.incrementAndGet();
            throw new IllegalStateException("500");
        };
    }

    private Callable<String> silence() {
        return () -> {
            asked.incrementAndGet();
            new CountDownLatch(1).await();
            return "never";
        };
    }

    private NoAnswerException unanswered(Callable<String> question) {
        return unanswered(provider, question);
    }

    private static NoAnswerException unanswered(Outside outside, Callable<String> question) {
        return catchThrowableOfType(NoAnswerException.class, () -> outside.ask(question));
    }

    private double state(String state) {
        return state("provider", state);
    }

    private double state(String name, String state) {
        return meters.get("resilience4j.circuitbreaker.state")
                .tag("name", name)
                .tag("state", state)
                .gauge()
                .value();
    }
}
