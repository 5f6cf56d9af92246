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
    private static final int LEAST = 6;

    /** Longer than any test runs. */
    private static final Duration LONG = Duration.ofHours(1);

    /** Short, and long enough for a question to be answered before it is over. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outsides outsides = new Outsides(meters);
    private final Outside provider = outside("provider", LONG, LONG);
    private final Outside hasty = outside("hasty", SHORT, SHORT);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean lives = true;

    private Outside outside(String name, Duration timeout, Duration open) {
        OutsideSettings.Breaker breaker = new OutsideSettings.Breaker(LONG, LEAST, 50, open, 2);
        return outsides.to(
                name, new OutsideSettings(timeout, TRIES, Duration.ofMillis(10), breaker), Unreached::by, this::sign);
    }

    private String sign() {
        if (!lives) {
            throw new IllegalStateException("no sign of life");
        }
        return "it lives";
    }

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
        assertThat(unanswered(provider, failing()).unheard()).isFalse();
        assertThat(asked).hasValue(TRIES);
    }

    @Test
    void a_try_that_takes_too_long_is_given_up() {
        assertThat(unanswered(hasty, silence()).unheard()).isFalse();
        assertThat(asked).hasValue(TRIES);
    }

    @Test
    void without_a_connection_nobody_was_asked() {
        assertThat(unanswered(provider, () -> {
                            throw new IllegalStateException(new ConnectException("refused"));
                        })
                        .unheard())
                .isTrue();
    }

    @Test
    void questions_that_fail_or_are_met_with_silence_say_nothing_of_a_provider_that_lives() {
        for (int i = 0; i < LEAST; i++) {
            assertThat(unanswered(hasty, failing()).unheard()).isFalse();
        }
        assertThat(unanswered(hasty, silence()).unheard()).isFalse();

        assertThat(asked).hasValue((LEAST + 1) * TRIES);
        assertThat(state("hasty", "closed")).isEqualTo(1);
        assertThat(hasty.ask(() -> "yes")).isEqualTo("yes");
    }

    @Test
    void without_a_sign_of_life_it_is_away() {
        lives = false;

        assertThat(unanswered(hasty, failing()).unheard()).isTrue();
        assertThat(unanswered(hasty, silence()).unheard()).isTrue();
    }

    @Test
    void one_that_gives_no_sign_of_life_is_left_alone() {
        lives = false;
        for (int i = 0; i < LEAST; i++) {
            assertThat(unanswered(provider, failing()).unheard()).isTrue();
        }
        assertThat(state("provider", "open")).isEqualTo(1);
        int before = asked.get();

        assertThat(unanswered(provider, failing()).unheard()).isTrue();
        assertThat(asked).as("asked when it is left alone").hasValue(before);
    }

    @Test
    void one_that_was_left_alone_for_a_while_is_tried_out() {
        lives = false;
        for (int i = 0; i < LEAST; i++) {
            assertThat(unanswered(hasty, failing()).unheard()).isTrue();
        }

        lives = true;
        await().atMost(PATIENCE).until(() -> answers(hasty) && state("hasty", "closed") == 1);
    }

    @Test
    void one_that_cannot_be_reached_is_left_alone() {
        for (int i = 0; i < 2; i++) {
            unanswered(provider, () -> {
                throw new ConnectException("refused");
            });
        }
        assertThat(state("provider", "open")).isEqualTo(1);
    }

    @Test
    void what_is_met_with_silence_does_not_keep_others_from_finding_out_that_it_is_back() {
        lives = false;
        for (int i = 0; i < LEAST; i++) {
            unanswered(hasty, failing());
        }
        lives = true;

        await().atMost(PATIENCE).until(() -> !unanswered(hasty, silence()).unheard() && state("hasty", "closed") == 1);
    }

    @Test
    void a_provider_that_says_no_has_answered() {
        for (int i = 0; i < 20; i++) {
            provider.ask(() -> "no");
        }
        assertThat(state("provider", "closed")).isEqualTo(1);
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

    private static NoAnswerException unanswered(Outside outside, Callable<String> question) {
        return catchThrowableOfType(NoAnswerException.class, () -> outside.ask(question));
    }

    private double state(String name, String state) {
        return meters.get("resilience4j.circuitbreaker.state")
                .tag("name", name)
                .tag("state", state)
                .gauge()
                .value();
    }
}
