package io.waybill.testing;

/** The Kafka broker of this test run. It creates no topic by itself. */
public final class TestKafka {
    private final Backend backend;

    TestKafka(Backends backends) {
        backend = backends.kafka();
        backend.start();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + backend.port();
    }

    /** A name that no other test uses. The topic itself is the test's to create. */
    public String newTopicName() {
        return Names.random("topic");
    }

    /** Takes the broker away, in good order. */
    public void stop() {
        backend.stop();
    }

    /** Takes the broker away as a crash would. */
    public void kill() {
        backend.kill();
    }

    /** Gives it back, at the same address with the same data; returns when it answers. */
    public void start() {
        backend.start();
    }
}
