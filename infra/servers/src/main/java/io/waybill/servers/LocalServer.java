package io.waybill.servers;

/** A server on this machine's loopback address whose data stay between its starts. */
public sealed interface LocalServer permits PostgresServer, KafkaServer, ElasticsearchServer {
    /** As a user knows it, such as {@code PostgreSQL}. */
    String name();

    /** The port on which clients reach it at 127.0.0.1. */
    int port();

    /**
     * Starts it on the data of its last run, or on fresh data, and returns when it answers.
     *
     * @throws ServerFailed when it does not answer in time; the message carries the last lines of its log
     */
    void start();

    /** Ends it in good order, or by force when that takes too long. Does nothing when it does not run. */
    void stop();

    /** Ends it at once, as a crash would. Does nothing when it does not run. */
    void kill();

    boolean isRunning();
}
