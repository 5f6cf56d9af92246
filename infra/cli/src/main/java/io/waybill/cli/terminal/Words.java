package io.waybill.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers, times and states as people read them. */
public final class Words {
    private Words() {}

    /** With its thousands apart. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Tenths of seconds matter below ten of them. */
    public static String seconds(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        Duration whole = Duration.ofSeconds(Math.round(seconds));
        if (whole.toMinutes() == 0) {
            return whole.toSeconds() + " s";
        }
        return whole.toHours() == 0
                ? String.format(Locale.ROOT, "%d min %02d s", whole.toMinutes(), whole.toSecondsPart())
                : String.format(Locale.ROOT, "%d h %02d min", whole.toHours(), whole.toMinutesPart());
    }

    /** Where tenths are not known. */
    public static String wholeSeconds(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds((double) seconds);
    }

    /** To the second, in UTC; what is no time is left as it is. */
    public static String time(String instant) {
        try {
            return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeParseException none) {
            return instant;
        }
    }

    /** {@code IN_TROUBLE} as "in trouble". */
    public static String state(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** "1 event", "2 events". */
    public static String counted(long count, String one) {
        return number(count) + " " + one + (count == 1 ? "" : "s");
    }
}
