package io.waybill.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The lock file of a PostgreSQL cluster: by its documentation the first line is the server's process number, the third
 * its start in seconds since 1970.
 */
record PostmasterLock(Path file, long pid, Instant start) {
    static Optional<PostmasterLock> in(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            Instant start = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return Optional.of(
                    new PostmasterLock(file, Long.parseLong(lines.get(0).strip()), start));
        } catch (IndexOutOfBoundsException | NumberFormatException torn) {
            // Left to PostgreSQL, which knows what a torn lock file means.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isHeld() {
        return PidFile.running(pid, start).isPresent();
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
