package io.waybill.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One node of Elasticsearch, without security, reachable from this machine only. */
public final class ElasticsearchServer extends LocalServer {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Installation installation;
    private final Place place;
    private final int transportPort;

    /** Both ports are of the loopback address, and may differ from the last start's. */
    public ElasticsearchServer(Installation installation, Place place, int port, int transportPort) {
        super("Elasticsearch", port);
        this.installation = installation;
        this.place = place;
        this.transportPort = transportPort;
    }

    @Override
    Launch prepare() {
        place.createParents();
        Path home = installation.elasticsearch();
        Path config = writeConfig();
        Map<String, String> environment = Map.of(
                "ES_JAVA_HOME", Installation.javaHome().toString(),
                "ES_PATH_CONF", config.toString(),
                "ES_TMPDIR", place.data().resolve("tmp").toString(),
                "ES_JAVA_OPTS", installation.allowance().searchOptions(),
                // The script's own JVM, which stays and passes signals on.
                "CLI_JAVA_OPTS", "-Xmx32m " + String.join(" ", Allowance.SMALL.compiling()));
        return new Launch(
                name(),
                List.of(home.resolve("bin/elasticsearch").toString()),
                environment,
                ServiceAccount.options(home, place.data(), Installation.javaHome()),
                Ending.TERMINATE,
                place);
    }

    private Path writeConfig() {
        Path data = place.data();
        Path config = data.resolve("config");
        try {
            Files.createDirectories(data.resolve("tmp"));
            Files.createDirectories(data.resolve("logs"));
            Files.createDirectories(config);
            copy("jvm.options", config);
            copy("log4j2.properties", config);
            Files.writeString(config.resolve("elasticsearch.yml"), """
                    cluster.name: waybill
                    node.name: waybill
                    discovery.type: single-node
                    network.host: 127.0.0.1
                    http.port: %d
                    transport.port: %d
                    path.data: %s
                    path.logs: %s
                    xpack.security.enabled: false
                    # A laptop's disk is often nearly full, and a full percentage of it is not what we need.
                    cluster.routing.allocation.disk.threshold_enabled: false
                    # The serial collector leaves garbage where it is until the heap is full. Taken for memory in use, it has
                    # every request refused, and then nothing makes the collector run.
                    indices.breaker.total.use_real_memory: false
                    """.formatted(
                            port(), transportPort, data.resolve("data"), data.resolve("logs")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServiceAccount.own(data);
        return config;
    }

    private static void copy(String file, Path config) throws IOException {
        try (InputStream content = ElasticsearchServer.class.getResourceAsStream("elasticsearch/" + file)) {
            Files.copy(Objects.requireNonNull(content), config.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    boolean answers() {
        try {
            URI health =
                    URI.create("http://127.0.0.1:" + port() + "/_cluster/health?wait_for_status=yellow&timeout=1s");
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
