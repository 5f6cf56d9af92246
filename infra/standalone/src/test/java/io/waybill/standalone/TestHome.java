package io.waybill.standalone;

import io.waybill.servers.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test a folder of its own in the place of {@code .waybill}. */
final class TestHome implements BeforeEachCallback, AfterEachCallback {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;
    private static final int ATTEMPTS = 100;

    private Home home;

    Home home() {
        return home;
    }

    /** A gateway's port such that all ports of the run are free; below those that the system hands out by itself. */
    static int freePort() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
                .limit(ATTEMPTS)
                .filter(port -> new PortPlan(port).firstTaken().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-");
        home = new Home(folder.toAbsolutePath());
        System.setProperty(Home.PROPERTY, home.folder().toString());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        new Terminal().call("down");
        Trees.delete(home.folder());
        System.clearProperty(Home.PROPERTY);
    }
}
