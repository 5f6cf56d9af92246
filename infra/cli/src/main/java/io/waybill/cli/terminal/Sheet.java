package io.waybill.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say about one thing: a label and a value in each line, the values below each other. */
public final class Sheet {
    private static final String GAP = "  ";

    private record Entry(String label, Cell value) {}

    private final List<Entry> entries = new ArrayList<>();

    /** @param value left out if null or empty */
    public Sheet add(String label, @Nullable String value) {
        return add(label, Cell.of(value == null ? "" : value));
    }

    public Sheet add(String label, Cell value) {
        if (!value.text().isEmpty()) {
            entries.add(new Entry(label, value));
        }
        return this;
    }

    /** Without the last line's end. */
    public String text(Screen screen) {
        int widest =
                entries.stream().mapToInt(entry -> entry.label().length()).max().orElse(0);
        List<String> lines = entries.stream()
                .map(entry -> entry.label()
                        + " ".repeat(widest - entry.label().length())
                        + GAP
                        + entry.value().tone().of(entry.value().text(), screen))
                .toList();
        return String.join(System.lineSeparator(), lines);
    }
}
