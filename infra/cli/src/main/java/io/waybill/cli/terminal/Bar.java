package io.waybill.cli.terminal;

/** How much of something is done, as a bar. */
public final class Bar {
    private static final int WIDTH = 20;

    private Bar() {}

    /** Empty where there is nothing to do. */
    public static String of(long done, long total) {
        int filled = total == 0 ? 0 : Math.clamp(WIDTH * done / total, 0, WIDTH);
        return "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "]";
    }
}
