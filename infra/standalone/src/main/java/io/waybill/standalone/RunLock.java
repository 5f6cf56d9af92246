package io.waybill.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by the one supervisor of a folder; the operating system takes it back however the supervisor ends. */
final class RunLock implements AutoCloseable {
    private final FileChannel file;
    private final @Nullable FileLock lock;

    private RunLock(FileChannel file, @Nullable FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Tries to take it. */
    static RunLock of(Home home) throws IOException {
        FileChannel file = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new RunLock(file, file.tryLock());
    }

    /** One line about who has it. */
    static String holder(Home home) {
        return RunState.read(home)
                .map(state -> "Waybill is already " + (state.isReady() ? "running" : "starting")
                        + " at http://localhost:" + state.ports().gateway() + " (process " + state.pid()
                        + "): ./waybill status tells more.")
                .orElse("Waybill is already starting.");
    }

    boolean isHeld() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
