package io.waybill.testing;

/** The Elasticsearch node of this test run, without security. */
public final class TestElasticsearch {
    private final Backend backend;

    TestElasticsearch(Backends backends) {
        backend = backends.elasticsearch();
        backend.start();
    }

    /** Its base address, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + backend.port();
    }

    /** A name that no other test uses. The index itself is the test's to create. */
    public String newIndexName() {
        return Names.random("index");
    }

    /** Takes the node away, in good order. */
    public void stop() {
        backend.stop();
    }

    /** Takes the node away as a crash would. */
    public void kill() {
        backend.kill();
    }

    /** Gives it back, at the same address with the same data; returns when it answers. */
    public void start() {
        backend.start();
    }
}
