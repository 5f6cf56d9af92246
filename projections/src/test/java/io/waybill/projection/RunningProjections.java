package io.waybill.projection;

import io.waybill.projection.generation.Generations;
import io.waybill.projection.generation.NodeProcessors;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.Schemas;
import io.waybill.projection.view.Views;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The projections service on a database and an index of its own. */
public final class RunningProjections implements AutoCloseable {
    /** Every view there is, by name. */
    public static final List<String> VIEWS = List.of(
            "audit",
            "customer",
            "fulfilment",
            "ordersearch",
            "ordersummary",
            "product",
            "productsearch",
            "salesreport",
            "statement",
            "stocklevel",
            "transfer",
            "wallet");

    private final Map<String, Object> properties;
    private ConfigurableApplicationContext context;

    RunningProjections(String topic) {
        this(topic, Map.of());
    }

    /** @param more properties of this test's */
    public RunningProjections(String topic, Map<String, Object> more) {
        TestDatabase database = TestServers.postgres().newDatabase();
        properties = new HashMap<>();
        // Whoever hurries on a slow machine finds a server away that is only slow.
        properties.put("spring.datasource.hikari.connection-timeout", 20_000);
        properties.put("waybill.elasticsearch.answer-timeout", "60s");
        properties.putAll(Map.of(
                "server.port", 0,
                "waybill.log.look-every", "300ms",
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "waybill.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers(),
                "waybill.kafka.topic", topic,
                "waybill.elasticsearch.url", TestServers.elasticsearch().url(),
                "waybill.elasticsearch.prefix", TestServers.elasticsearch().newIndexName()));
        properties.putAll(more);
        context = start();
    }

    private RunningProjections(Map<String, Object> properties) {
        this.properties = properties;
        this.context = start();
    }

    /** One more node of the same service. */
    RunningProjections anotherNode() {
        return new RunningProjections(properties);
    }

    /** Scheme, host and port. */
    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Ends the service as an operator does; {@link #begin} begins it again. */
    void end() {
        context.close();
    }

    void begin() {
        context = start();
    }

    void restart() {
        context.close();
        context = start();
    }

    public Answer get(String path, String... headers) {
        return http().get(path, headers);
    }

    Answer put(String path, String json) {
        return http().put(path, json);
    }

    Answer post(String path) {
        return http().post(path);
    }

    /** @param headers names and values in turn */
    public Answer post(String path, String json, String... headers) {
        return http().post(path, json, headers);
    }

    void sql(String statement) {
        context.getBean(JdbcClient.class).sql(statement).update();
    }

    /** @param what a table, and which of its rows */
    long count(String what) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }

    Fingerprint fingerprint(String view) {
        return context.getBean(Views.class).get(view).fingerprint(generation(view));
    }

    /** The generation of the view that readers see. */
    public int generation(String view) {
        return context.getBean(Generations.class).serving(view).orElseThrow().number();
    }

    /** The table of the generation that readers see, with its schema. */
    String table(String view) {
        return Schemas.name(view, generation(view)) + "." + view;
    }

    /** Whether nobody handles events of this processor: neither this node nor, as far as they have said, any other. */
    boolean hasLetGo(String processor) {
        return bean(NodeProcessors.class).find(processor).isEmpty()
                && count("token_entry where processor_name = '" + processor + "' and owner is not null") == 0;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What the index of a view is called. */
    String index(String view) {
        return properties.get("waybill.elasticsearch.prefix") + view;
    }

    @Override
    public void close() {
        context.close();
    }

    private ConfigurableApplicationContext start() {
        return Service.start(Projections.class, "projections", properties);
    }

    private Http http() {
        return Http.to(context);
    }
}
