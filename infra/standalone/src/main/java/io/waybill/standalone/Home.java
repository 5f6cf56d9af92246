package io.waybill.standalone;

import io.waybill.servers.Installation;
import io.waybill.servers.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds everything of the local run: data, logs, passwords, and what runs.
 *
 * @param folder {@code .waybill} in the repository's root
 */
public record Home(Path folder) {
    /** Names another folder; for tests. */
    static final String PROPERTY = "waybill.home";

    static Home find() {
        String named = System.getProperty(PROPERTY);
        return new Home(
                named == null
                        ? Installation.find().root().resolve(".waybill")
                        : Path.of(named).toAbsolutePath());
    }

    /** Makes its folders. */
    public void create() {
        try {
            Files.createDirectories(logs());
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists() {
        return Files.exists(folder);
    }

    /** What the servers and services write. */
    public Path logs() {
        return folder.resolve("logs");
    }

    Path run() {
        return folder.resolve("run");
    }

    /** What the services write. */
    Path servicesLog() {
        return logs().resolve("services.log");
    }

    /** What {@code up --detach} would have printed later. */
    Path upLog() {
        return logs().resolve("up.log");
    }

    Path credentials() {
        return folder.resolve("credentials");
    }

    Path state() {
        return run().resolve("state.properties");
    }

    Path lock() {
        return run().resolve("lock");
    }

    /** The process that runs the services and owns the servers. */
    PidFile supervisor() {
        return new PidFile(run().resolve("supervisor.pid"));
    }
}
