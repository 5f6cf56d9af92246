package io.waybill.cli.terminal;

import java.io.Console;
import java.util.Map;
import java.util.Optional;

/**
 * What is printed to.
 *
 * @param terminal whether it can be drawn over
 * @param colour whether it shows colours, and the person wants them
 * @param width in characters
 */
public record Screen(boolean terminal, boolean colour, int width) {
    /** A file or another program takes lines of any length. */
    public static final Screen NONE = new Screen(false, false, Integer.MAX_VALUE);

    private static final int USUAL_WIDTH = 80;

    /** How many lines a text takes there: what is too long goes on in the next. */
    public long rows(String text) {
        return text.lines()
                .mapToLong(line -> line.replaceAll(Tone.ESCAPES, "").length())
                .map(length -> Math.max(1, Math.ceilDiv(length, width)))
                .sum();
    }

    /** Of this process's output. */
    public static Screen ofThisProcess() {
        boolean console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return of(console, System.getenv());
    }

    /**
     * As the environment says: {@code NO_COLOR} (see no-color.org), {@code TERM}, and {@code COLUMNS}, which {@code ./waybill}
     * sets.
     */
    static Screen of(boolean console, Map<String, String> environment) {
        if (!console) {
            return NONE;
        }
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean colour = !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        String columns = environment.getOrDefault("COLUMNS", "");
        return new Screen(!dumb, colour, columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH);
    }
}
