package io.waybill.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * What the supervisor writes down for the other commands.
 *
 * @param pid the supervisor's
 * @param readyAfter from the command to the last service's readiness; zero while it starts
 */
record RunState(long pid, PortPlan ports, Duration readyAfter) {
    static final Duration START_LIMIT = Duration.ofSeconds(45);

    static Optional<RunState> read(Home home) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(home.state())) {
            properties.load(reader);
        } catch (NoSuchFileException neverRan) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new RunState(
                Long.parseLong(properties.getProperty("pid")),
                new PortPlan(Integer.parseInt(properties.getProperty("port"))),
                Duration.ofMillis(Long.parseLong(properties.getProperty("readyAfterMillis")))));
    }

    boolean isReady() {
        return readyAfter.isPositive();
    }

    void write(Home home) {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("port", Integer.toString(ports.gateway()));
        properties.setProperty("readyAfterMillis", Long.toString(readyAfter.toMillis()));
        Path draft = home.state().resolveSibling("state.new");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, null);
            }
            Files.move(draft, home.state(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
