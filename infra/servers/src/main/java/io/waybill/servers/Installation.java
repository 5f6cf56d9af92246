package io.waybill.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout that this JVM belongs to, with the servers' files that the build has put into it.
 *
 * @param root the repository's root folder
 * @param allowance of the servers that are started from it
 */
public record Installation(Path root, Allowance allowance) {
    /** Names the repository's root; where it is not set, the root is looked for upwards from the working directory. */
    public static final String ROOT_PROPERTY = "waybill.root";

    private static final String SERVERS = "infra/servers/target/servers";

    /**
     * With little for its servers.
     *
     * @throws ServerFailed when there is no built checkout around this JVM
     */
    public static Installation find() {
        String named = System.getProperty(ROOT_PROPERTY);
        Path start = Path.of(named == null ? "" : named).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(SERVERS))) {
                return new Installation(folder, Allowance.SMALL);
            }
        }
        throw new ServerFailed("No built checkout at or above " + start + ": run ./mvnw package -DskipTests first.");
    }

    /** The same with so much for its servers. */
    public Installation with(Allowance other) {
        return new Installation(root, other);
    }

    Path postgres() {
        return Archives.unpacked(servers().resolve("archives/postgres.jar"), servers());
    }

    Path elasticsearch() {
        return Archives.unpacked(servers().resolve("archives/elasticsearch.zip"), servers());
    }

    /** The broker's class path, in the form with a star. */
    String kafkaClassPath() {
        return servers().resolve("kafka") + "/*";
    }

    /** The JDK that runs this code runs the servers too. */
    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    static String java() {
        return javaHome().resolve("bin/java").toString();
    }

    private Path servers() {
        return root.resolve(SERVERS);
    }
}
