package io.waybill.testing;

/** One server, however it is run. Its address and its data stay the same over stop and start. */
interface Backend {
    int port();

    /** Returns when it answers; does nothing when it runs. */
    void start();

    /** Ends it in good order. */
    void stop();

    /** Ends it as a crash would. */
    void kill();
}
