package io.waybill.testing;

import io.waybill.servers.Databases;
import io.waybill.servers.PostgresServer;

/** The PostgreSQL server of this test run. */
public final class TestPostgres {
    private static final String PASSWORD = "test";

    private final Backend backend;
    private final Databases databases;

    TestPostgres(Backends backends) {
        backend = backends.postgres(PASSWORD);
        backend.start();
        databases = new Databases("127.0.0.1", backend.port(), PostgresServer.SUPERUSER, PASSWORD);
    }

    /** A fresh, empty database, and the role that owns it. */
    public TestDatabase newDatabase() {
        String name = Names.random("test");
        databases.createRole(name, PASSWORD);
        databases.createDatabase(name, name);
        return new TestDatabase(databases.url(name), name, PASSWORD);
    }

    /** The same database for a fresh role that may only read: all tables, also those that the owner creates later. */
    public TestDatabase newReader(TestDatabase database) {
        String name = Names.random("reader");
        databases.createRole(name, PASSWORD);
        databases.grantReading(database.username(), database.username(), name);
        return new TestDatabase(database.url(), name, PASSWORD);
    }

    /** The same database for a fresh role that may come in, and do what the owner grants it. */
    public TestDatabase newGuest(TestDatabase database) {
        String name = Names.random("guest");
        databases.createRole(name, PASSWORD);
        databases.admit(database.username(), name);
        return new TestDatabase(database.url(), name, PASSWORD);
    }

    /** Reads all of the database into the server's memory, as far as it has room there. */
    public void warm(TestDatabase database) {
        databases.warm(database.username());
    }

    /** Takes the server away, in good order; its clients' connections break. */
    public void stop() {
        backend.stop();
    }

    /** Takes the server away as a crash would. */
    public void kill() {
        backend.kill();
    }

    /** Gives it back, at the same address with the same data; returns when it answers. */
    public void start() {
        backend.start();
    }
}
