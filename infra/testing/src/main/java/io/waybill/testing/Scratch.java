package io.waybill.testing;

import io.waybill.servers.LocalServer;
import io.waybill.servers.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** This test run's own folder, which goes with the JVM, as do the servers on it. */
final class Scratch {
    private static final List<LocalServer> SERVERS = new CopyOnWriteArrayList<>();
    static final Path FOLDER = create();

    private Scratch() {}

    /** Nobody misses their data, so there is no reason to wait for an orderly end. */
    static void killAtExit(LocalServer server) {
        SERVERS.add(server);
    }

    private static Path create() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Path folder = Files.isDirectory(target)
                    ? Files.createTempDirectory(target, "test-servers-")
                    : Files.createTempDirectory("waybill-test-servers-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder), "test-servers-end"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) {
        SERVERS.forEach(LocalServer::kill);
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            // Below target/, where the next clean takes it.
        }
    }
}
