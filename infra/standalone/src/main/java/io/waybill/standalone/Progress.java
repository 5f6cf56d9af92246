package io.waybill.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells the user what is going on, each line with the time since the start. */
final class Progress {
    private final PrintStream out;
    private final Instant start;

    /** @param start when the user gave the command */
    Progress(PrintStream out, Instant start) {
        this.out = out;
        this.start = start;
    }

    void say(String line) {
        tell(seconds(elapsed()) + "  " + line);
    }

    /** Without the time. */
    void tell(String text) {
        out.println(text);
        out.flush();
    }

    Duration elapsed() {
        return Duration.between(start, Instant.now());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%6.1f s", duration.toMillis() / 1000.0);
    }
}
