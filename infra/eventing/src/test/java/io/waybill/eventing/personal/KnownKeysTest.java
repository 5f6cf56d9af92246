package io.waybill.eventing.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownKeysTest {
    private static final String ADA = "customer:1";

    private @Nullable PersonalKey stored = PersonalKey.generate();
    private boolean away;
    private int asked;
    private final KnownKeys keys = new KnownKeys(subject -> {
        asked++;
        if (away) {
            throw new KeysUnavailableException("away", null);
        }
        return Optional.ofNullable(stored);
    });

    @Test
    void a_key_is_asked_for_once() {
        assertThat(keys.find(ADA)).isPresent().isEqualTo(keys.find(ADA));
        assertThat(keys.toSeal(ADA)).isPresent();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void what_is_forgotten_is_asked_for_again() {
        keys.find(ADA);
        stored = null;
        keys.forget(ADA);

        assertThat(keys.find(ADA)).isEmpty();
        assertThat(keys.find(ADA)).as("erased for ever").isEmpty();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void that_nobody_answers_is_not_remembered() {
        away = true;
        assertThatThrownBy(() -> keys.find(ADA)).isInstanceOf(KeysUnavailableException.class);
        away = false;

        assertThat(keys.find(ADA)).isPresent();
    }
}
