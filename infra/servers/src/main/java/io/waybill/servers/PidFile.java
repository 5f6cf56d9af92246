package io.waybill.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process across this JVM's end: its number and when it started, so that another process that has come by
 * the same number is never taken for it.
 */
public record PidFile(Path path) {
    /** The operating system counts from its boot and rounds; two processes of one number are further apart than this. */
    private static final Duration SAME_START = Duration.ofSeconds(3);

    /** Records {@code process}; replaces what was recorded before, in one step. */
    public void write(ProcessHandle process) {
        try {
            Path draft = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(draft, process.pid() + " " + startOf(process).toEpochMilli() + "\n");
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process, if it still runs. */
    public Optional<ProcessHandle> process() {
        try {
            String[] recorded = Files.readString(path).strip().split(" ", 2);
            Instant start = Instant.ofEpochMilli(Long.parseLong(recorded[1]));
            return running(Long.parseLong(recorded[0]), start);
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        } catch (IndexOutOfBoundsException | NumberFormatException torn) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that runs under {@code pid} and started at {@code start}. */
    static Optional<ProcessHandle> running(long pid, Instant start) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(start, startOf(process)).abs().compareTo(SAME_START) < 0);
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
