package io.waybill.saga;

import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** The sagas as they run, on a database of their own. */
public final class RunningSagas implements AutoCloseable {
    /** Who waits for a connection waits as long as a slow machine needs. */
    private static final Map<String, String> UNHURRIED = Map.of(
            "spring.datasource.hikari.connection-timeout", "60000",
            "spring.datasource.hikari.data-source-properties.connectTimeout", "60",
            "spring.datasource.hikari.data-source-properties.socketTimeout", "300");

    public final JdbcClient database;

    private final ConfigurableApplicationContext context;

    /** @param commandSide the port of its gRPC endpoint */
    public RunningSagas(String topic, int commandSide) {
        this(topic, commandSide, Map.of());
    }

    /** @param more properties, which win */
    public RunningSagas(String topic, int commandSide, Map<String, ?> more) {
        this(TestServers.postgres().newDatabase(), topic, "static://127.0.0.1:" + commandSide, more);
    }

    /** @param more properties, which win */
    public RunningSagas(TestDatabase own, String topic, String commandSide, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>();
        all.put("server.port", 0);
        all.put("spring.datasource.url", own.url());
        all.put("spring.datasource.username", own.username());
        all.put("spring.datasource.password", own.password());
        all.put("waybill.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers());
        all.put("waybill.kafka.topic", topic);
        all.put("spring.grpc.client.channel.command-side.target", commandSide);
        all.putAll(UNHURRIED);
        all.putAll(more);
        context = Service.start(Sagas.class, "sagas", all);
        database = context.getBean(JdbcClient.class);
    }

    public long sagas() {
        return database.sql("select count(*) from saga_entry").query(Long.class).single();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The operator's API. */
    public RestClient operator() {
        return RestClient.create(url() + "/api/v1/operations/sagas");
    }

    @Override
    public void close() {
        context.close();
    }
}
