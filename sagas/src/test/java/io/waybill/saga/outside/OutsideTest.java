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
    private static final OutsideSettings SETTINGS = new OutsideSettings(
            Duration.ofMillis(200),
            3,
            Duration.ofMillis(10),
            new OutsideSettings.Breaker(Duration.ofSeconds(30), 6, 50, Duration.ofMillis(300), 2));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outsides outsides = new Outsides(meters);
    private final Outside provider = outsides.to("provider", SETTINGS, Unreached::by, this::sign);
    private final AtomicInteger asked = new AtomicInteger();
    private boolean lives = true;

    private String sign() throws InterruptedException {
        if (!lives) {
            new CountDownLatch(1).await();
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
        assertThat(asked).hasValue(3);
    }

    @Test
    void what_goes_on_failing_is_asked_so_often_and_no_more() {
        assertThat(unanswered(failing()).unheard()).isFalse();
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_try_that_takes_too_long_is_given_up() {
        long start = System.nanoTime();

        assertThat(unanswered(silence()).unheard()).isFalse();
        assertThat(asked).hasValue(3);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
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
    void questions_that_fail_or_are_met_with_silence_say_nothing_of_a_provider_that_lives() {
        for (int i = 0; i < 5; i++) {
            assertThat(unanswered(failing()).unheard()).isFalse();
            assertThat(unanswered(silence()).unheard()).isFalse();
        }

        assertThat(asked).hasValue(30);
        assertThat(state("closed")).isEqualTo(1);
        assertThat(provider.ask(() -> "yes")).isEqualTo("yes");
    }

    @Test
    void without_a_sign_of_life_it_is_away() {
        lives = false;

        assertThat(unanswered(failing()).unheard()).isTrue();
        assertThat(unanswered(silence()).unheard()).isTrue();
    }

    @Test
    void one_that_gives_no_sign_of_life_is_left_alone_and_then_tried_out() {
        lives = false;
        for (int i = 0; i < 6; i++) {
            assertThat(unanswered(failing()).unheard()).isTrue();
        }
        assertThat(state("open")).isEqualTo(1);
        int before = asked.get();
        assertThat(unanswered(failing()).unheard()).isTrue();
        assertThat(asked).as("asked when it is left alone").hasValue(before);

        lives = true;
        await().atMost(Duration.ofSeconds(60)).until(() -> answers() && state("closed") == 1);
    }

    @Test
    void one_that_cannot_be_reached_is_left_alone() {
        for (int i = 0; i < 2; i++) {
            unanswered(() -> {
                throw new ConnectException("refused");
            });
        }
        assertThat(state("open")).isEqualTo(1);
    }

    @Test
    void what_is_met_with_silence_does_not_keep_others_from_finding_out_that_it_is_back() {
        lives = false;
        for (int i = 0; i < 6; i++) {
            unanswered(failing());
        }
        lives = true;

        await().atMost(Duration.ofSeconds(60))
                .until(() -> !unanswered(silence()).unheard() && state("closed") == 1);
    }

    @Test
    void a_provider_that_says_no_has_answered() {
        for (int i = 0; i < 20; i++) {
            provider.ask(() -> "no");
        }
        assertThat(state("closed")).isEqualTo(1);
    }

    private boolean answers() {
        try {
            return provider.ask(() -> "yes").equals("yes");
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
        return catchThrowableOfType(NoAnswerException.class, () -> provider.ask(question));
    }

    private double state(String state) {
        return meters.get("resilience4j.circuitbreaker.state")
                .tag("name", "provider")
                .tag("state", state)
                .gauge()
                .value();
    }
}
