package io.waybill.cli.terminal;

import java.io.PrintWriter;

/** How far something is that is counted here. Several threads may report at once. */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 80;

    private final LiveLine line;
    private final Meter meter;

    /**
     * @param terminal whether a line can be drawn over
     * @param label what is counted: "orders"
     */
    public Progress(PrintWriter out, boolean terminal, String label, long total) {
        this.line = new LiveLine(out, terminal, WIDTH);
        this.meter = new Meter(label, total, System.nanoTime());
    }

    public void step() {
        meter.add(1);
        line.showAt(meter::line);
    }

    /** For what counts itself; the total may have become known, or have grown. */
    public void set(long done, long total) {
        meter.set(done, total);
        line.showAt(meter::line);
    }

    /** Leaves one line that says how much was done in what time. */
    @Override
    public void close() {
        line.end(meter.summary(System.nanoTime()));
    }
}
