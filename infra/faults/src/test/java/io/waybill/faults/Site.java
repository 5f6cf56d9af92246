package io.waybill.faults;

import static org.awaitility.Awaitility.await;

import io.waybill.servers.LocalServer;
import io.waybill.servers.Trees;
import io.waybill.standalone.Credentials;
import io.waybill.standalone.Home;
import io.waybill.standalone.LocalService;
import io.waybill.standalone.LocalServices;
import io.waybill.standalone.PortPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The product as an installation runs it: real servers behind breakable networks, every service a process of its own. One
 * for all tests of this module, since nothing that they do may leave a trace.
 */
final class Site implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 30_000;
    private static final int ATTEMPTS = 100;

    private final Home home;
    private final Servers servers;
    private final List<LocalService> plan;
    private final List<ServiceProcess> services;
    private final Ledger ledger = new Ledger();

    private Site(Path folder) {
        home = new Home(folder);
        home.create();
        PortPlan ports = freePorts();
        Credentials credentials = Credentials.in(home);
        servers = new Servers(folder, ports, credentials);
        plan = LocalServices.all(ports, credentials);
        services = plan.stream()
                .map(service -> new ServiceProcess(service, service.application(), log(service.name())))
                .toList();
    }

    /** The one of this test run, whole. */
    static Site whole() {
        Site site = Shared.SITE;
        site.heal();
        return site;
    }

    Servers servers() {
        return servers;
    }

    Ledger ledger() {
        return ledger;
    }

    ServiceProcess service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** How one of the services is configured. */
    LocalService plan(String name) {
        return plan.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Path log(String process) {
        return home.logs().resolve(process + ".log");
    }

    String gateway() {
        return service("gateway").url();
    }

    /** Everything that can be killed. */
    List<Mortal> mortals() {
        return Stream.concat(
                        servers.all().stream().map(Mortal::of),
                        services.stream().map(Mortal::of))
                .toList();
    }

    /** Puts right whatever a test has broken, and returns when every service is ready. */
    void heal() {
        servers.disk().free();
        servers.networks().forEach(TcpProxy::heal);
        // A service that starts while its database is away ends; whoever runs it starts it again, as here. A server
        // that has
        // found its disk full may take a moment to end.
        await().atMost(PATIENCE).until(() -> {
            servers.all().stream().filter(server -> !server.isRunning()).forEach(LocalServer::start);
            services.stream().filter(service -> !service.isRunning()).forEach(ServiceProcess::start);
            return services.stream().allMatch(ServiceProcess::isReady);
        });
    }

    @Override
    public void close() {
        services.forEach(ServiceProcess::kill);
        servers.close();
        try {
            // The logs stay: they say what happened when a test fails.
            Trees.delete(home.folder().resolve("data"));
        } catch (IOException e) {
            // Below target/, where the next clean takes it.
        }
    }

    /** Opened when the first test asks. */
    private static final class Shared {
        static final Site SITE = open();
    }

    private static Site open() {
        Chance.tell();
        try {
            Path target = Path.of("target").toAbsolutePath();
            Site site = new Site(Files.createTempDirectory(target, "faults-"));
            Runtime.getRuntime().addShutdownHook(new Thread(site::close, "end-of-site"));
            site.servers.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below those that the system hands out by itself. */
    private static PortPlan freePorts() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT))
                .limit(ATTEMPTS)
                .mapToObj(PortPlan::new)
                .filter(ports -> ports.firstTaken().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
