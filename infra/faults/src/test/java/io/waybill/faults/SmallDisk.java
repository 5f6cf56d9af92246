package io.waybill.faults;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system that can be filled: a tmpfs of a bounded size where we may mount one, which takes root. Elsewhere it is a
 * folder like any other, and tests that need a full disk are passed over.
 *
 * @param mounted whether it is a file system of its own
 */
record SmallDisk(Path folder, boolean mounted) implements AutoCloseable {
    private static final int MEBIBYTES = 1_536;
    private static final int CHUNK = 1 << 20;

    static SmallDisk at(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean mounted = new UnixSystem().getUid() == 0
                && run("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m,mode=755", "tmpfs", folder.toString());
        return new SmallDisk(folder, mounted);
    }

    /** Fills it to the last byte. */
    void fill() {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            // It is what was wanted.
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (mounted) {
            run("umount", "--lazy", folder.toString());
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
