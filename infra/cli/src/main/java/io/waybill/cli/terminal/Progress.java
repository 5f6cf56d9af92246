package io.waybill.cli.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far something is: a bar that is drawn again and again on a terminal, a line now and then elsewhere. Several threads may
 * report at once.
 */
public final class Progress implements AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration NEXT_LINE = Duration.ofSeconds(5);
    private static final int WIDTH = 80;

    private final PrintWriter out;
    private final boolean terminal;
    private final Meter meter;
    private final AtomicLong nextNanos = new AtomicLong(System.nanoTime());

    /**
     * @param terminal whether a line can be drawn over
     * @param label what is counted: "orders"
     */
    public Progress(PrintWriter out, boolean terminal, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.meter = new Meter(label, total, System.nanoTime());
        if (!terminal) {
            nextNanos.addAndGet(NEXT_LINE.toNanos());
        }
    }

    /** Whether what is printed can be drawn over. */
    public static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    public void step() {
        meter.add(1);
        drawIfDue();
    }

    /** For what counts itself; the total may have become known, or have grown. */
    public void set(long done, long total) {
        meter.set(done, total);
        drawIfDue();
    }

    private void drawIfDue() {
        long now = System.nanoTime();
        long due = nextNanos.get();
        long wait = (terminal ? REDRAW : NEXT_LINE).toNanos();
        if (now - due >= 0 && nextNanos.compareAndSet(due, now + wait)) {
            draw(meter.line(now));
        }
    }

    private synchronized void draw(String line) {
        if (terminal) {
            String cut = line.length() < WIDTH ? line : line.substring(0, WIDTH - 1);
            out.print("\r" + cut + " ".repeat(WIDTH - 1 - cut.length()));
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves one line that says how much was done in what time. */
    @Override
    public void close() {
        draw(meter.summary(System.nanoTime()));
        if (terminal) {
            out.println();
            out.flush();
        }
    }
}
