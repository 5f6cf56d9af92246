package io.waybill.command;

import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The command side as it runs, on a database and a topic of its own. */
public final class RunningCommandSide implements AutoCloseable {
    public final ConfigurableApplicationContext context;
    public final JdbcClient database;
    public final RestTestClient http;
    public final String topic;

    private RunningCommandSide(ConfigurableApplicationContext context, String topic) {
        this.context = context;
        this.topic = topic;
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
        properties.putAll(more);
        return new RunningCommandSide(Service.start(CommandSide.class, "command-side", properties), topic);
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
        var request = http.post().uri(path).header("Content-Type", "application/json");
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
