package io.waybill.journey;

import static org.awaitility.Awaitility.await;

import io.waybill.command.CommandSide;
import io.waybill.gateway.Gateway;
import io.waybill.projection.Projections;
import io.waybill.query.QuerySide;
import io.waybill.saga.Sagas;
import io.waybill.servers.Ports;
import io.waybill.simulator.PaymentSimulator;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All services, each with its own context, port, database and credentials, on real servers. */
final class RunningWaybill implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** That of a request that is still under way, of a server that is too busy, and of a gateway that has given up waiting. */
    private static final Set<Integer> NOT_ANSWERED = Set.of(409, 502, 503, 504);

    private final Deque<ConfigurableApplicationContext> running = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String topic = TestServers.kafka().newTopicName();
    private final String indexes = TestServers.elasticsearch().newIndexName();
    private final String gateway;
    private final String simulator;
    // Whoever hurries on a slow machine finds a server away that is only slow.
    private final Map<String, Object> common =
            new HashMap<>(Map.of("server.port", 0, "waybill.elasticsearch.answer-timeout", "60s"));
    private final Map<String, String> bases = new HashMap<>();
    private final TestDatabase views = TestServers.postgres().newDatabase();
    private final TestDatabase log = TestServers.postgres().newDatabase();

    RunningWaybill() {
        this(Map.of());
    }

    /** One whose {@link Spans} are kept, all of them: for a few requests only. */
    static RunningWaybill traced() {
        return new RunningWaybill(Map.of("spring.main.sources", Spans.class.getName()));
    }

    private RunningWaybill(Map<String, Object> more) {
        common.putAll(more);
        // The sagas have to know the port before the command side has chosen one, and gRPC's servers do not tell
        // theirs.
        int grpc = Ports.free();
        simulator = start(PaymentSimulator.class, "payment-simulator", Map.of());
        String commandSide =
                start(CommandSide.class, "command-side", events(), Map.of("spring.grpc.server.port", grpc), kafka());
        Map<String, String> keys =
                Map.of("spring.grpc.client.channel.command-side.target", "static://127.0.0.1:" + grpc);
        String projections = start(Projections.class, "projections", database(views), kafka(), elasticsearch(), keys);
        String querySide = start(
                QuerySide.class, "query-side", database(TestServers.postgres().newReader(views)), elasticsearch());
        String sagas = start(
                Sagas.class,
                "sagas",
                database(TestServers.postgres().newDatabase()),
                kafka(),
                Map.of(
                        "spring.grpc.client.channel.command-side.target",
                        "static://127.0.0.1:" + grpc,
                        "waybill.payment-provider.url",
                        simulator));
        gateway = start(
                Gateway.class,
                "gateway",
                Map.of(
                        "waybill.gateway.command-side", commandSide,
                        "waybill.gateway.projections", projections,
                        "waybill.gateway.query-side", querySide,
                        "waybill.gateway.sagas", sagas));
    }

    String url() {
        return gateway;
    }

    /** Of one service, for its actuator. */
    String urlOf(String service) {
        return bases.get(service);
    }

    /** The views, to look at them as a whole. */
    JdbcClient views() {
        return JdbcClient.create(new DriverManagerDataSource(views.url(), views.username(), views.password()));
    }

    /** The event log, as its owner. */
    JdbcClient log() {
        return JdbcClient.create(new DriverManagerDataSource(log.url(), log.username(), log.password()));
    }

    /** What the payment provider holds. */
    JsonNode provider(String payment) {
        return json(send("GET", simulator + "/payments/" + payment, null));
    }

    JsonNode get(String path) {
        return json(send("GET", gateway + path, null));
    }

    HttpResponse<String> ask(String path) {
        return send("GET", gateway + path, null);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", gateway + path, body, headers);
    }

    /** A product and so many pieces of it. */
    void stocked(String sku, String name, int quantity) {
        postedAtLast("/api/v1/products", """
                {"sku":"%s","name":"%s","price":{"amount":"2.55","currency":"GBP"}}""".formatted(sku, name));
        postedAtLast("/api/v1/stock/" + sku + "/main/receipts", "{\"quantity\":" + quantity + "}");
    }

    /** The id of an order that was placed now. */
    String ordered(String lines, String cardToken) {
        return postedAtLast("/api/v1/orders", order(lines, cardToken))
                .get("orderId")
                .asString();
    }

    /** What was created by a client that repeats with its key what was not answered in time, as the API tells it to. */
    private JsonNode postedAtLast(String path, String body) {
        String key = UUID.randomUUID().toString();
        return created(await().atMost(PATIENCE)
                .until(
                        () -> post(path, body, "Idempotency-Key", key),
                        answer -> !NOT_ANSWERED.contains(answer.statusCode())));
    }

    static String order(String lines, String cardToken) {
        return """
                {"customerId":"17850","reference":"R-1","shipTo":{"name":"Ada Lovelace","country":"Norway"},
                 "lines":[%s],"payment":{"cardToken":"%s"}}""".formatted(lines, cardToken);
    }

    static JsonNode created(HttpResponse<String> response) {
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    HttpResponse<String> send(String method, String url, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @SafeVarargs
    private String start(Class<?> application, String name, Map<String, ?>... properties) {
        Map<String, Object> all = new HashMap<>(common);
        for (Map<String, ?> some : properties) {
            all.putAll(some);
        }
        ConfigurableApplicationContext context = Service.start(application, name, all);
        running.push(context);
        String base = "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
        bases.put(name, base);
        return base;
    }

    private Map<String, String> events() {
        Map<String, String> properties =
                new HashMap<>(database(TestServers.postgres().newGuest(log)));
        properties.put("spring.flyway.user", log.username());
        properties.put("spring.flyway.password", log.password());
        return properties;
    }

    private Map<String, String> kafka() {
        return Map.of(
                "waybill.kafka.bootstrap-servers",
                TestServers.kafka().bootstrapServers(),
                "waybill.kafka.topic",
                topic);
    }

    // Indexes of its own: what another test has left in the search would be more than the log says.
    private Map<String, String> elasticsearch() {
        return Map.of(
                "waybill.elasticsearch.url",
                TestServers.elasticsearch().url(),
                "waybill.elasticsearch.prefix",
                indexes);
    }

    private static Map<String, String> database(TestDatabase database) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password());
    }

    @Override
    public void close() {
        running.forEach(ConfigurableApplicationContext::close);
    }
}
