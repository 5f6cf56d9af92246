package io.waybill.testing;

import io.waybill.servers.Allowance;

/**
 * The servers of this test run. Each starts when it is first asked for, serves every test of this JVM, and goes with the
 * JVM. The system property {@value #PROPERTY} ({@code docker} or {@code local}) forces one way of running them.
 */
public final class TestServers {
    /** Without it: containers where a Docker engine answers, else child processes. */
    public static final String PROPERTY = "waybill.test.servers";

    private static volatile Allowance allowance = Allowance.SMALL;

    private TestServers() {}

    /** Says what servers may take that start from now on; little unless told otherwise. */
    public static void allow(Allowance each) {
        allowance = each;
    }

    public static TestPostgres postgres() {
        return Postgres.STARTED;
    }

    public static TestKafka kafka() {
        return Kafka.STARTED;
    }

    public static TestElasticsearch elasticsearch() {
        return Elasticsearch.STARTED;
    }

    static void start(Server server) {
        switch (server) {
            case POSTGRES -> postgres().start();
            case KAFKA -> kafka().start();
            case ELASTICSEARCH -> elasticsearch().start();
        }
    }

    // The JVM's class initialization starts each once, whoever asks first.

    private static final class Postgres {
        static final TestPostgres STARTED = new TestPostgres(Backends.chosen(allowance));
    }

    private static final class Kafka {
        static final TestKafka STARTED = new TestKafka(Backends.chosen(allowance));
    }

    private static final class Elasticsearch {
        static final TestElasticsearch STARTED = new TestElasticsearch(Backends.chosen(allowance));
    }
}
