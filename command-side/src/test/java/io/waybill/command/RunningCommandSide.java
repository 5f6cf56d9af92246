package io.waybill.command;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * The command side as it runs, on a database and a topic of its own. Who waits for a connection or a lock waits as long as
 * a slow machine needs: what is answered when that takes too long is no matter of the tests that share this.
 */
public final class RunningCommandSide implements AutoCloseable {
    private static final Map<String, String> UNHURRIED = Map.of(
            "spring.datasource.hikari.connection-timeout", "60000",
            "spring.datasource.hikari.data-source-properties.connectTimeout", "60",
            "spring.datasource.hikari.data-source-properties.socketTimeout", "300",
            "spring.datasource.hikari.data-source-properties.options", "-c statement_timeout=4min");

    public final ConfigurableApplicationContext context;
    public final JdbcClient database;
    public final RestTestClient http;
    public final String topic;

    /** The database as its owner sees it. */
    public final TestDatabase owned;

    private final Map<String, Object> properties;

    private RunningCommandSide(TestDatabase owned, String topic, Map<String, Object> properties) {
        this.owned = owned;
        this.topic = topic;
        this.properties = properties;
        this.context = Service.start(CommandSide.class, "command-side", properties);
        this.database = context.getBean(JdbcClient.class);
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    public static RunningCommandSide start() {
        return start(Map.of());
    }

    public static RunningCommandSide start(Map<String, ?> more) {
        TestDatabase owned = TestServers.postgres().newDatabase();
        TestDatabase store = TestServers.postgres().newGuest(owned);
        String topic = TestServers.kafka().newTopicName();
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port", 0,
                "spring.grpc.server.port", 0,
                "spring.datasource.url", store.url(),
                "spring.datasource.username", store.username(),
                "spring.datasource.password", store.password(),
                "waybill.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers(),
                "waybill.kafka.topic", topic));
        properties.put("spring.flyway.user", owned.username());
        properties.put("spring.flyway.password", owned.password());
        properties.putAll(UNHURRIED);
        properties.putAll(more);
        return new RunningCommandSide(owned, topic, properties);
    }

    /** Another node of the same service: the same database, the same topic. */
    public RunningCommandSide anotherNode() {
        return new RunningCommandSide(owned, topic, properties);
    }

    /** A saga's way in. */
    public ManagedChannel rpc() {
        int port = context.getBean(GrpcServerLifecycle.class).getPort();
        return Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create())
                .build();
    }

    /** Executes a statement in a transaction that stays open, with its locks, until it is closed; then it never was. */
    public OpenTransaction hold(String statement) {
        return OpenTransaction.of(owned, statement);
    }

    public long events() {
        return database.sql("select count(*) from event").query(Long.class).single();
    }

    /** A product and so many pieces of it in the warehouse MAIN. */
    public void stocked(String sku, int quantity) {
        post("/api/v1/products", """
                {"sku":"%s","name":"A %s","price":{"amount":"2.55","currency":"GBP"}}""".formatted(sku, sku)).expectStatus().isCreated();
        post("/api/v1/stock/" + sku + "/main/receipts", "{\"quantity\":" + quantity + "}")
                .expectStatus()
                .isCreated();
    }

    public RestTestClient.ResponseSpec post(String path, String body, String... headers) {
        return send(HttpMethod.POST, path, body, headers);
    }

    public RestTestClient.ResponseSpec send(HttpMethod method, String path, String body, String... headers) {
        var request = http.method(method).uri(path).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.body(body).exchange();
    }

    @Override
    public void close() {
        context.close();
    }
}
