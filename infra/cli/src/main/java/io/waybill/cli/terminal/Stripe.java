package io.waybill.cli.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A column with all that stands in it, as wide as there is room.
 *
 * @param cells the title first
 */
record Stripe(Column column, List<Cell> cells, int width) {
    private static final String GAP = "  ";

    /** What is cut still says something. */
    private static final int NARROWEST = 12;

    static Stripe of(Column column, List<Cell> cells) {
        return new Stripe(
                column, cells, cells.stream().mapToInt(Cell::length).max().orElse(0));
    }

    boolean isUnneeded() {
        return column.optional()
                && cells.stream().skip(1).allMatch(cell -> cell.text().isEmpty());
    }

    /** As many of them, as wide, as the screen has room for. */
    static List<Stripe> fitting(List<Stripe> all, int screen) {
        List<Stripe> shown = new ArrayList<>(all);
        while (true) {
            List<Stripe> narrow = narrowed(shown, screen);
            Optional<Stripe> last = shown.reversed().stream()
                    .filter(stripe -> stripe.column.optional())
                    .findFirst();
            if (total(narrow) <= screen || last.isEmpty()) {
                return narrow;
            }
            shown.remove(last.get());
        }
    }

    /** The widest that may is cut first, down to the next widest. */
    private static List<Stripe> narrowed(List<Stripe> stripes, int screen) {
        List<Stripe> narrow = new ArrayList<>(stripes);
        for (int over = total(narrow) - screen; over > 0; over--) {
            Optional<Stripe> widest = narrow.stream()
                    .filter(stripe -> stripe.column.shrinks() && stripe.width > NARROWEST)
                    .max(Comparator.comparingInt(Stripe::width));
            if (widest.isEmpty()) {
                break;
            }
            Stripe cut = widest.get();
            narrow.set(narrow.indexOf(cut), new Stripe(cut.column, cut.cells, cut.width - 1));
        }
        return narrow;
    }

    private static int total(List<Stripe> stripes) {
        return stripes.stream().mapToInt(Stripe::width).sum() + GAP.length() * Math.max(0, stripes.size() - 1);
    }

    /** @param line 0 for the titles */
    static String line(List<Stripe> stripes, int line, Screen screen) {
        List<String> parts =
                stripes.stream().map(stripe -> stripe.part(line, screen)).toList();
        return String.join(GAP, parts).stripTrailing();
    }

    private String part(int line, Screen screen) {
        Cell cell = cells.get(line).cut(width);
        String room = " ".repeat(width - cell.length());
        String text = cell.tone().of(cell.text(), screen);
        return column.right() ? room + text : text + room;
    }
}
