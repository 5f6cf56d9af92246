package io.waybill.standalone;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The files below {@code logs/}. */
final class Logs {
    private static final long KEPT_BYTES = 16L << 20;
    private static final int BUFFER_BYTES = 8 * 1024;

    private Logs() {}

    /** From now on all that this process prints goes to the services' log, and logs that have grown begin afresh. */
    static void takeOver(Home home) throws IOException {
        try (Stream<Path> files = Files.list(home.logs())) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            for (Path log : logs) {
                if (Files.size(log) > KEPT_BYTES) {
                    Files.move(log, Path.of(log + ".old"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        OutputStream file =
                Files.newOutputStream(home.servicesLog(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        PrintStream log = new PrintStream(new BufferedOutputStream(file, BUFFER_BYTES), true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
    }
}
