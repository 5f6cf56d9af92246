package io.waybill.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of processes as the kernel counts it: each page they share is shared out among them (PSS), so the sum is what
 * they take together.
 */
final class Memory {
    static final long LIMIT_BYTES = 4L << 30;

    private Memory() {}

    /** In bytes; empty where the kernel does not tell. */
    static OptionalLong of(Stream<ProcessHandle> processes) {
        return processes
                .flatMapToLong(process -> proportionalSet(process.pid()).stream())
                .reduce(Long::sum);
    }

    static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f GiB", bytes / (double) (1L << 30));
    }

    private static OptionalLong proportionalSet(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | UncheckedIOException gone) {
            return OptionalLong.empty();
        }
    }
}
