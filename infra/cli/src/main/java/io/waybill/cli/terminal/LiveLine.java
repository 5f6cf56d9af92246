package io.waybill.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** A line that is drawn again and again on a terminal, and printed now and then elsewhere. Several threads may draw. */
public final class LiveLine {
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration NEXT_LINE = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private final int width;
    private final AtomicLong nextNanos = new AtomicLong(System.nanoTime());

    /** @param terminal whether a line can be drawn over */
    LiveLine(PrintWriter out, boolean terminal, int width) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
        if (!terminal) {
            nextNanos.addAndGet(NEXT_LINE.toNanos());
        }
    }

    public LiveLine(PrintWriter out, Screen screen) {
        this(out, screen.terminal(), screen.width());
    }

    /** If it is time for it. */
    public void show(String line) {
        showAt(now -> line);
    }

    /** @param line of the nanosecond in which it is drawn */
    void showAt(LongFunction<String> line) {
        long now = System.nanoTime();
        long due = nextNanos.get();
        long wait = (terminal ? REDRAW : NEXT_LINE).toNanos();
        if (now - due >= 0 && nextNanos.compareAndSet(due, now + wait)) {
            draw(line.apply(now));
        }
    }

    private synchronized void draw(String line) {
        if (terminal) {
            String cut = line.length() < width ? line : line.substring(0, width - 1);
            out.print("\r" + cut + " ".repeat(width - 1 - cut.length()));
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** The last line, which stays. */
    public void end(String line) {
        draw(line);
        if (terminal) {
            out.println();
            out.flush();
        }
    }
}
