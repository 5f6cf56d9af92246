package io.waybill.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresServerTest {
    private final Place place = Place.below(Path.of("target", "postgres-test-" + System.nanoTime()), "postgres");
    private PostgresServer server;

    @BeforeEach
    void it_runs() {
        server = postgres();
        server.start();
    }

    @AfterEach
    void it_ends() throws IOException {
        server.kill();
        Trees.delete(place.data().getParent().getParent());
    }

    @Test
    void it_starts_again_on_its_data_at_another_port_after_a_crash() {
        server.databases().createRole("keeper", "secret");
        server.kill();
        server = postgres();
        server.start();
        assertThat(as("keeper", "secret").answer()).isTrue();
    }

    @Test
    void a_lock_whose_number_now_belongs_to_another_process_does_not_hinder_it() throws IOException {
        server.kill();
        Path lock = place.data().resolve("postmaster.pid");
        // Of the same user, as Elasticsearch's would be, and younger than the lock.
        Process other = new ProcessBuilder("setpriv", "--reuid", owner(), "sleep", "600").start();
        long aDayAgo = Instant.now().minusSeconds(86_400).getEpochSecond();
        Files.writeString(lock, other.pid() + "\n" + place.data() + "\n" + aDayAgo + "\n" + server.port() + "\n");
        try {
            server.start();
            assertThat(server.isRunning()).isTrue();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void roles_and_databases_may_be_created_again_and_the_password_changes() {
        Databases databases = server.databases();
        databases.createRole("twice", "old");
        databases.createRole("twice", "it's new");
        databases.createDatabase("twice", "twice");
        databases.createDatabase("twice", "twice");
        databases.createRole("reader", "secret");
        databases.grantReading("twice", "twice", "reader");
        databases.grantReading("twice", "twice", "reader");
        assertThat(as("twice", "it's new").answer()).isTrue();
        assertThat(as("twice", "old").answer()).isFalse();
    }

    private Databases as(String role, String password) {
        return new Databases("127.0.0.1", server.port(), role, password);
    }

    private String owner() throws IOException {
        return Files.getOwner(place.data()).getName();
    }

    private PostgresServer postgres() {
        return new PostgresServer(Installation.find(), place, Ports.free(), "it's secret");
    }
}
