package io.waybill.cli.terminal;

import java.util.regex.Pattern;

/**
 * One value of a table. What it says may come from anywhere, so nothing in it can steer the terminal.
 *
 * @param text in one line
 */
public record Cell(String text, Tone tone) {
    private static final Pattern LINES = Pattern.compile("\\s+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    public Cell {
        text = UNPRINTABLE.matcher(LINES.matcher(text).replaceAll(" ")).replaceAll("?");
    }

    public static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
    }

    int length() {
        return text.codePointCount(0, text.length());
    }

    /** Cut to so many characters, the last of which then says so. */
    Cell cut(int most) {
        return length() <= most ? this : new Cell(text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…", tone);
    }
}
