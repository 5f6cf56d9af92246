package io.waybill.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under titles, as wide as the screen at most: values are cut, and columns left out, that may be. */
public final class Table {
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** @param cells texts, numbers, or {@link Cell cells}: one for each column */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(Table::cell).toList());
        return this;
    }

    private static Cell cell(Object value) {
        return switch (value) {
            case Cell cell -> cell;
            case Number number -> Cell.of(Words.number(number.longValue()));
            default -> Cell.of(value.toString());
        };
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** One line for the titles, and one for each row; the last without its end. */
    public String text(Screen screen) {
        List<Stripe> shown = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            Stripe stripe = stripe(at);
            if (!stripe.isUnneeded()) {
                shown.add(stripe);
            }
        }
        List<Stripe> fitting = Stripe.fitting(shown, screen.width());
        List<String> lines = new ArrayList<>();
        for (int line = 0; line <= rows.size(); line++) {
            lines.add(Stripe.line(fitting, line, screen));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private Stripe stripe(int at) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(columns.get(at).title(), Tone.TITLE));
        rows.forEach(row -> cells.add(row.get(at)));
        return Stripe.of(columns.get(at), cells);
    }
}
