package io.waybill.standalone;

import static io.waybill.standalone.OwnedServer.ELASTICSEARCH;
import static io.waybill.standalone.OwnedServer.KAFKA;
import static io.waybill.standalone.OwnedServer.POSTGRES;

import io.waybill.command.CommandSide;
import io.waybill.gateway.Gateway;
import io.waybill.projection.Projections;
import io.waybill.query.QuerySide;
import io.waybill.saga.Sagas;
import io.waybill.simulator.PaymentSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services of the local run and how they find each other. */
public final class LocalServices {
    private final PortPlan ports;
    private final Credentials credentials;
    private final Map<String, Object> kafka;
    private final Map<String, Object> elasticsearch;

    private LocalServices(PortPlan ports, Credentials credentials) {
        this.ports = ports;
        this.credentials = credentials;
        kafka = Map.of("waybill.kafka.bootstrap-servers", "127.0.0.1:" + ports.kafka());
        elasticsearch = Map.of("waybill.elasticsearch.url", http(ports.elasticsearch()));
    }

    /** In the order in which they are started where there is a choice: what others wait for comes first. */
    public static List<LocalService> all(PortPlan ports, Credentials credentials) {
        LocalServices services = new LocalServices(ports, credentials);
        return List.of(
                services.paymentSimulator(),
                services.gateway(),
                services.commandSide(),
                services.projections(),
                services.querySide(),
                services.sagas());
    }

    private LocalService commandSide() {
        return service(
                "command-side",
                CommandSide.class,
                ports.commandSide(),
                Set.of(POSTGRES, KAFKA),
                List.of(
                        Database.EVENTS.appendOnly(ports, credentials),
                        kafka,
                        Map.of("spring.grpc.server.port", ports.commandSideGrpc())));
    }

    private LocalService sagas() {
        return service(
                "sagas",
                Sagas.class,
                ports.sagas(),
                Set.of(POSTGRES, KAFKA),
                List.of(
                        Database.SAGAS.owned(ports, credentials),
                        kafka,
                        Map.of(
                                "spring.grpc.client.channel.command-side.target",
                                "static://127.0.0.1:" + ports.commandSideGrpc(),
                                "waybill.payment-provider.url",
                                http(ports.paymentSimulator()))));
    }

    private LocalService projections() {
        return service(
                "projections",
                Projections.class,
                ports.projections(),
                Set.of(POSTGRES, KAFKA, ELASTICSEARCH),
                List.of(
                        Database.VIEWS.owned(ports, credentials),
                        kafka,
                        elasticsearch,
                        Map.of(
                                "spring.grpc.client.channel.command-side.target",
                                "static://127.0.0.1:" + ports.commandSideGrpc())));
    }

    private LocalService querySide() {
        return service(
                "query-side",
                QuerySide.class,
                ports.querySide(),
                Set.of(POSTGRES, ELASTICSEARCH),
                List.of(Database.VIEWS.readOnly(ports, credentials), elasticsearch));
    }

    private LocalService paymentSimulator() {
        return service("payment-simulator", PaymentSimulator.class, ports.paymentSimulator(), Set.of(), List.of());
    }

    private LocalService gateway() {
        return service(
                "gateway",
                Gateway.class,
                ports.gateway(),
                Set.of(),
                List.of(Map.of(
                        "waybill.gateway.command-side", http(ports.commandSide()),
                        "waybill.gateway.projections", http(ports.projections()),
                        "waybill.gateway.query-side", http(ports.querySide()),
                        "waybill.gateway.sagas", http(ports.sagas()))));
    }

    private static LocalService service(
            String name, Class<?> application, int port, Set<OwnedServer> needs, List<Map<String, Object>> properties) {
        Map<String, Object> all = new HashMap<>();
        all.put("server.port", port);
        properties.forEach(all::putAll);
        return new LocalService(name, application, port, needs, all);
    }

    private static String http(int port) {
        return "http://127.0.0.1:" + port;
    }
}
