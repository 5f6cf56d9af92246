package io.waybill.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A child process that serves until it is stopped. */
final class ServerProcess {
    /** Ten times what the slowest of them takes on a laptop: one that hangs is found out all the same. */
    private static final Duration UNTIL_READY = Duration.ofMinutes(4);

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(20);

    /** The kernel takes the thread that starts a child for its parent, so that thread lives as long as this JVM. */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("parent-of-servers").factory());

    private final Launch launch;
    private final PidFile pidFile;
    private final Process process;

    private ServerProcess(Launch launch, PidFile pidFile, Process process) {
        this.launch = launch;
        this.pidFile = pidFile;
        this.process = process;
    }

    /**
     * Starts {@code launch} and waits until {@code ready}. A process that an earlier run has left behind is ended first.
     *
     * @throws ServerFailed when it ends, or is not ready in time
     */
    static ServerProcess start(Launch launch, BooleanSupplier ready) {
        PidFile pidFile = new PidFile(launch.place().pidFile());
        pidFile.process().ifPresent(left -> launch.ending().end(left, UNTIL_STOPPED));
        LogTail log = LogTail.from(launch.place().log());
        Process process = spawn(launch);
        pidFile.write(process.toHandle());
        ServerProcess server = new ServerProcess(launch, pidFile, process);
        server.await(ready, log);
        return server;
    }

    private static Process spawn(Launch launch) {
        try {
            return PARENT.submit(() -> build(launch).start()).get();
        } catch (ExecutionException e) {
            throw new ServerFailed(launch.name() + " cannot be started: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailed("Interrupted while starting " + launch.name() + ".", e);
        }
    }

    private static ProcessBuilder build(Launch launch) throws IOException {
        File log = launch.place().log().toFile();
        ProcessBuilder builder = new ProcessBuilder(launch.wholeCommand())
                .directory(Files.createDirectories(launch.folder()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(launch.environment());
        return builder;
    }

    private void await(BooleanSupplier ready, LogTail log) {
        long deadline = System.nanoTime() + UNTIL_READY.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (process.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS)) {
                    pidFile.delete();
                    throw new ServerFailed(launch.name() + " ended with exit code " + process.exitValue()
                            + " while it started." + log.lastLines());
                }
                if (System.nanoTime() > deadline) {
                    kill();
                    throw new ServerFailed(launch.name() + " did not answer within " + UNTIL_READY.toSeconds() + " s."
                            + log.lastLines());
                }
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new ServerFailed("Interrupted while starting " + launch.name() + ".", e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    void stop() {
        launch.ending().end(process.toHandle(), UNTIL_STOPPED);
        pidFile.delete();
    }

    void kill() {
        Ending.force(process.toHandle());
        pidFile.delete();
    }
}
