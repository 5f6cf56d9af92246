package io.waybill.testing;

import io.waybill.servers.LocalServer;
import io.waybill.servers.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * This test run's own folder, which goes with the JVM, as do the servers on it.
 *
 * <p>The system property {@value #MEMORY} names a file system in memory. If it has room, the folder is there: the servers ask
 * the disk to keep what they write thousands of times in a run, and a disk that is shared may take 30 ms for each. A server
 * that is killed loses nothing there either.
 */
final class Scratch {
    static final String MEMORY = "waybill.test.memory";

    /** A run of all tests of one module takes less than 2 GiB. */
    private static final long ROOM = 4L << 30;

    private static final List<LocalServer> SERVERS = new CopyOnWriteArrayList<>();
    static final Path FOLDER = create();

    private Scratch() {}

    /** Nobody misses their data, so there is no reason to wait for an orderly end. */
    static void killAtExit(LocalServer server) {
        SERVERS.add(server);
    }

    private static Path create() {
        try {
            Path folder = newFolder();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder), "test-servers-end"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() throws IOException {
        String memory = System.getProperty(MEMORY, "");
        if (!memory.isEmpty() && hasRoom(Path.of(memory))) {
            return Files.createTempDirectory(Path.of(memory), "waybill-test-servers-");
        }
        Path target = Path.of("target").toAbsolutePath();
        return Files.isDirectory(target)
                ? Files.createTempDirectory(target, "test-servers-")
                : Files.createTempDirectory("waybill-test-servers-");
    }

    private static boolean hasRoom(Path folder) throws IOException {
        return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() > ROOM;
    }

    private static void clear(Path folder) {
        SERVERS.forEach(LocalServer::kill);
        try {
            Trees.delete(folder);
        } catch (IOException e) {
            // Below target/ the next clean takes it, and in memory the next start of the machine.
        }
    }
}
