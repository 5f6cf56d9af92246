package io.waybill.eventing.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PersonalKeyTest {
    private static final byte[] NAME = "Ada Lovelace".getBytes(UTF_8);

    private final PersonalKey key = PersonalKey.generate();

    @Test
    void what_was_sealed_is_opened_with_a_copy_of_the_key() {
        byte[] sealed = key.seal(NAME, "customer:1");

        assertThat(PersonalKey.of(key.bytes()).open(sealed, "customer:1")).isEqualTo(NAME);
    }

    @Test
    void the_same_sealed_twice_does_not_look_the_same() {
        assertThat(key.seal(NAME, "customer:1")).isNotEqualTo(key.seal(NAME, "customer:1"));
    }

    @Test
    void another_key_opens_nothing() {
        byte[] sealed = key.seal(NAME, "customer:1");

        assertThatThrownBy(() -> PersonalKey.generate().open(sealed, "customer:1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this is not the data of customer:1 as it was sealed");
    }

    @Test
    void what_was_sealed_for_one_is_not_opened_for_another() {
        byte[] sealed = key.seal(NAME, "customer:1");

        assertThatThrownBy(() -> key.open(sealed, "customer:2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_changed_is_not_opened() {
        byte[] sealed = key.seal(NAME, "customer:1");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> key.open(sealed, "customer:1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_has_256_bits() {
        assertThatThrownBy(() -> PersonalKey.of(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }
}
