package io.waybill.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    @Test
    void a_line_says_how_far_how_fast_and_how_long_yet() {
        Meter meter = new Meter("orders", 1_000, 0);
        meter.add(250);

        assertThat(meter.line(TimeUnit.SECONDS.toNanos(5)).strip())
                .isEqualTo("orders    [=====               ] 250 of 1,000  50/s  15 s left");
        assertThat(meter.summary(TimeUnit.SECONDS.toNanos(5))).isEqualTo("orders    250 of 1,000 in 5.0 s, 50/s");
    }

    @Test
    void nothing_to_do_is_no_trouble() {
        assertThat(new Meter("orders", 0, 0).line(0)).contains("0 of 0");
    }

    @Test
    void a_terminal_is_drawn_over_and_a_file_gets_one_line() {
        assertThat(drawn(true)).startsWith("\rorders").containsOnlyOnce("\n").contains("\rorders    1 of 2");
        assertThat(drawn(false)).startsWith("orders").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0 s", "9.94, 9.9 s", "59, 59 s", "61, 1 min 01 s", "3600, 1 h 00 min"})
    void a_time_is_told_as_people_do(double seconds, String words) {
        assertThat(Words.seconds(seconds)).isEqualTo(words);
    }

    private static String drawn(boolean terminal) {
        StringWriter text = new StringWriter();
        try (Progress progress = new Progress(new PrintWriter(text), terminal, "orders", 2)) {
            progress.step();
        }
        return text.toString();
    }
}
