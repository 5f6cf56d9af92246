package io.waybill.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where one server keeps what it writes.
 *
 * @param data its data folder; the last element is the server's short name
 * @param log where its output is appended
 * @param pidFile which process it is; there while it runs, and after a crash
 */
public record Place(Path data, Path log, Path pidFile) {
    /** A server runs in a folder of its own, so relative paths are resolved here. */
    public Place {
        data = data.toAbsolutePath();
        log = log.toAbsolutePath();
        pidFile = pidFile.toAbsolutePath();
    }

    /** The usual places below {@code folder}: {@code data/}, {@code logs/} and {@code run/}. */
    public static Place below(Path folder, String server) {
        return new Place(
                folder.resolve("data").resolve(server),
                folder.resolve("logs").resolve(server + ".log"),
                folder.resolve("run").resolve(server + ".pid"));
    }

    void createParents() {
        try {
            for (Path file : List.of(data, log, pidFile)) {
                Files.createDirectories(file.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder beside the data, for preparing them: they appear at their place by one rename, whole or not at all. */
    Path draft() {
        return data.resolveSibling(data.getFileName() + ".new");
    }
}
