package io.waybill.servers;

import org.jspecify.annotations.Nullable;

/** A server on this machine's loopback address whose data stay between its starts. */
public abstract sealed class LocalServer permits PostgresServer, KafkaServer, ElasticsearchServer {
    private final String name;
    private final int port;
    private @Nullable ServerProcess process;

    LocalServer(String name, int port) {
        this.name = name;
        this.port = port;
    }

    /** As a user knows it, such as {@code PostgreSQL}. */
    public final String name() {
        return name;
    }

    /** The port on which clients reach it at 127.0.0.1. */
    public final int port() {
        return port;
    }

    /**
     * Starts it on the data of its last run, or on fresh data, and returns when it answers. A process that a crash of
     * ours has left behind is ended first.
     *
     * @throws ServerFailed when it does not answer in time; the message carries the last lines of its log
     */
    public final void start() {
        process = ServerProcess.start(prepare(), this::answers);
    }

    /** Ends it in good order, or by force when that takes too long. Does nothing when it does not run. */
    public final void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /** Ends it at once, as a crash would. Does nothing when it does not run. */
    public final void kill() {
        if (process != null) {
            process.kill();
        }
    }

    public final boolean isRunning() {
        return process != null && process.isRunning();
    }

    /** Waits until it has ended, for whatever reason. Returns at once when it does not run. */
    public final void awaitEnd() throws InterruptedException {
        if (process != null) {
            process.awaitEnd();
        }
    }

    /** Makes its folders ready, with fresh data where there are none. */
    abstract Launch prepare();

    /** Whether it does its work for clients by now; asked again and again while it starts. */
    abstract boolean answers();
}
