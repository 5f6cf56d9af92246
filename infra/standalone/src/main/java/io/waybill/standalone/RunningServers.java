package io.waybill.standalone;

import io.waybill.servers.ElasticsearchServer;
import io.waybill.servers.Installation;
import io.waybill.servers.KafkaServer;
import io.waybill.servers.LocalServer;
import io.waybill.servers.PostgresServer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The servers of a local run, as child processes of this one. */
final class RunningServers {
    private final Home home;
    private final Credentials credentials;
    private final Progress progress;
    private final ServerWatch watch;
    private final PostgresServer postgres;
    private final Map<OwnedServer, LocalServer> servers;

    RunningServers(Home home, Installation installation, PortPlan ports, Credentials credentials, Progress progress) {
        this.home = home;
        this.credentials = credentials;
        this.progress = progress;
        watch = new ServerWatch(progress);
        postgres = new PostgresServer(
                installation,
                OwnedServer.POSTGRES.place(home),
                ports.postgres(),
                credentials.of(PostgresServer.SUPERUSER));
        KafkaServer kafka =
                new KafkaServer(installation, OwnedServer.KAFKA.place(home), ports.kafka(), ports.kafkaController());
        ElasticsearchServer elasticsearch = new ElasticsearchServer(
                installation,
                OwnedServer.ELASTICSEARCH.place(home),
                ports.elasticsearch(),
                ports.elasticsearchTransport());
        servers = Map.of(
                OwnedServer.POSTGRES, postgres, OwnedServer.KAFKA, kafka, OwnedServer.ELASTICSEARCH, elasticsearch);
    }

    /** Returns when it answers; PostgreSQL with all roles and databases. */
    void start(OwnedServer which) {
        LocalServer server = Objects.requireNonNull(servers.get(which));
        server.start();
        if (which == OwnedServer.POSTGRES) {
            Database.createAll(postgres.databases(), credentials);
        }
        progress.say(server.name() + " answers at 127.0.0.1:" + server.port());
    }

    /** From now on one that ends is started again. */
    void keep() {
        watch.keep(servers.values());
    }

    /** Ends whatever runs, also what is still starting. */
    void stop() {
        watch.end();
        try (ExecutorService ends = Executors.newVirtualThreadPerTaskExecutor()) {
            for (OwnedServer server : OwnedServer.values()) {
                ends.execute(() -> {
                    if (server.end(home)) {
                        progress.say(server.label() + " has ended");
                    }
                });
            }
        }
    }
}
