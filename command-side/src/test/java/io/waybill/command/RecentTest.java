package io.waybill.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void it_remembers_so_many_and_then_forgets_the_oldest() {
        Recent<Integer> recent = Recent.none();
        for (int number = 0; number <= Recent.MOST; number++) {
            recent = recent.with(number);
        }

        assertThat(recent.items()).hasSize(Recent.MOST);
        assertThat(recent.contains(0)).isFalse();
        assertThat(recent.contains(1)).isTrue();
        assertThat(recent.any(number -> number == Recent.MOST)).isTrue();
    }
}
