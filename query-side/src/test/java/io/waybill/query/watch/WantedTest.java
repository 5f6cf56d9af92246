package io.waybill.query.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wait=5                     | 5
            WAIT = "7"                 | 7
            respond-async, wait=3      | 3
            wait=4; foo=bar, wait=9    | 4
            wait=0                     | 0
            wait=999999999             | 10
            """)
    void a_preference_says_how_long_up_to_a_bound(String prefer, long seconds) {
        assertThat(Wanted.of(0L, prefer).patience()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wait=soon
            wait=-1
            wait=1.5
            waiting=5
            wait=99999999999999999999
            return=minimal
            """)
    void a_preference_that_is_none_is_passed_over(String prefer) {
        assertThat(Wanted.of(0L, prefer).patience()).isEqualTo(Wanted.USUAL);
    }

    @Test
    void nothing_said_means_the_usual_time_and_any_version() {
        Wanted wanted = Wanted.of(null, null);

        assertThat(wanted.patience()).isEqualTo(Wanted.USUAL);
        assertThat(wanted.isMetBy(0)).isTrue();
    }
}
