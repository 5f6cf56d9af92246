package io.waybill.saga;

import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sagas as they run, on a database of their own. */
public final class RunningSagas implements AutoCloseable {
    public final JdbcClient database;

    private final ConfigurableApplicationContext context;

    /** @param commandSide the port of its gRPC endpoint */
    public RunningSagas(String topic, int commandSide) {
        TestDatabase own = TestServers.postgres().newDatabase();
        context = Service.start(
                Sagas.class,
                "sagas",
                Map.of(
                        "server.port", 0,
                        "spring.datasource.url", own.url(),
                        "spring.datasource.username", own.username(),
                        "spring.datasource.password", own.password(),
                        "waybill.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers(),
                        "waybill.kafka.topic", topic,
                        "spring.grpc.client.channel.command-side.target", "static://127.0.0.1:" + commandSide));
        database = context.getBean(JdbcClient.class);
    }

    public long sagas() {
        return database.sql("select count(*) from saga_entry").query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
