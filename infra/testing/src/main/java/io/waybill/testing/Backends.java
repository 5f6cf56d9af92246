package io.waybill.testing;

import io.waybill.servers.Allowance;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** One way of running servers. */
sealed interface Backends permits LocalBackends, DockerBackends {
    Backend postgres(String password);

    Backend kafka();

    Backend elasticsearch();

    static Backends chosen(Allowance allowance) {
        String forced = System.getProperty(TestServers.PROPERTY, "");
        return switch (forced) {
            case "local" -> new LocalBackends(allowance);
            case "docker" -> new DockerBackends(allowance);
            case "" -> dockerAnswers() ? new DockerBackends(allowance) : new LocalBackends(allowance);
            default ->
                throw new IllegalArgumentException(
                        TestServers.PROPERTY + " is docker or local, but was " + forced + ".");
        };
    }

    /** Looks for the engine's address first: without one, Testcontainers searches long and complains loudly. */
    private static boolean dockerAnswers() {
        boolean addressed = System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"));
        return addressed && DockerClientFactory.instance().isDockerAvailable();
    }
}
