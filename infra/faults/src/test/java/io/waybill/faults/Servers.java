package io.waybill.faults;

import io.waybill.servers.Databases;
import io.waybill.servers.ElasticsearchServer;
import io.waybill.servers.Installation;
import io.waybill.servers.KafkaServer;
import io.waybill.servers.LocalServer;
import io.waybill.servers.Place;
import io.waybill.servers.Ports;
import io.waybill.servers.PostgresServer;
import io.waybill.standalone.Credentials;
import io.waybill.standalone.Database;
import io.waybill.standalone.PortPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The three servers, each behind a network that can be broken: services come by way of it, the test goes straight. */
final class Servers implements AutoCloseable {
    private final Credentials credentials;
    private final SmallDisk disk;
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final ElasticsearchServer elasticsearch;
    private final List<TcpProxy> networks;

    Servers(Path folder, PortPlan ports, Credentials credentials) {
        this.credentials = credentials;
        Installation installation = Installation.find();
        disk = SmallDisk.at(folder.resolve("disk"));
        postgres = new PostgresServer(
                installation,
                new Place(
                        disk.folder().resolve("postgres"),
                        folder.resolve("logs/postgres.log"),
                        folder.resolve("run/postgres.pid")),
                Ports.free(),
                credentials.of(PostgresServer.SUPERUSER));
        kafka = new KafkaServer(installation, Place.below(folder, "kafka"), Ports.free(), Ports.free(), ports.kafka());
        elasticsearch =
                new ElasticsearchServer(installation, Place.below(folder, "elasticsearch"), Ports.free(), Ports.free());
        networks = List.of(
                new TcpProxy(ports.postgres(), postgres.port()),
                new TcpProxy(ports.kafka(), kafka.port()),
                new TcpProxy(ports.elasticsearch(), elasticsearch.port()));
    }

    void start() {
        CompletableFuture.allOf(all().stream()
                        .map(server -> CompletableFuture.runAsync(server::start))
                        .toArray(CompletableFuture[]::new))
                .join();
        Database.createAll(databases(), credentials);
    }

    List<LocalServer> all() {
        return List.of(postgres, kafka, elasticsearch);
    }

    PostgresServer postgres() {
        return postgres;
    }

    String kafka() {
        return "127.0.0.1:" + kafka.port();
    }

    SmallDisk disk() {
        return disk;
    }

    List<TcpProxy> networks() {
        return networks;
    }

    /** One of the databases, with all rights, not by way of the network that is broken. */
    JdbcClient sql(String database) {
        return JdbcClient.create(source(database));
    }

    DataSource source(String database) {
        Databases server = databases();
        return new DriverManagerDataSource(server.url(database), server.superuser(), server.password());
    }

    @Override
    public void close() {
        networks.forEach(TcpProxy::close);
        all().forEach(LocalServer::kill);
        disk.close();
    }

    private Databases databases() {
        return postgres.databases();
    }
}
