package io.waybill.query;

import io.waybill.projection.Answer;
import io.waybill.projection.Fold;
import io.waybill.projection.Http;
import io.waybill.projection.Story;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** The query side on views that the real writers write, which it reads with a role that may only read. */
public final class RunningQuerySide implements AutoCloseable {
    private static final String NOWHERE = "http://127.0.0.1:1";

    /** Milliseconds. A database that is only slow, as all is on a slow machine, is not away. */
    private static final Map<String, Object> UNHURRIED = Map.of("spring.datasource.hikari.connection-timeout", 60_000);

    private final Story story = new Story();
    private final Fold fold;
    private final ConfigurableApplicationContext context;
    private int folded;

    private RunningQuerySide(Set<String> views, Map<String, Object> elasticsearch, Map<String, Object> more) {
        TestDatabase database = TestServers.postgres().newDatabase();
        TestDatabase reader = TestServers.postgres().newReader(database);
        fold = new Fold(database, elasticsearch, views);
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port",
                0,
                "spring.datasource.url",
                reader.url(),
                "spring.datasource.username",
                reader.username(),
                "spring.datasource.password",
                reader.password(),
                "waybill.elasticsearch.url",
                NOWHERE));
        properties.putAll(elasticsearch);
        properties.putAll(more);
        context = Service.start(QuerySide.class, "query-side", properties);
    }

    /** Needs PostgreSQL only. */
    public static RunningQuerySide onTables(String... views) {
        return new RunningQuerySide(Set.of(views), Map.of(), UNHURRIED);
    }

    /** Needs PostgreSQL only. */
    public static RunningQuerySide onTables(Map<String, Object> properties, String... views) {
        Map<String, Object> all = new HashMap<>(UNHURRIED);
        all.putAll(properties);
        return new RunningQuerySide(Set.of(views), Map.of(), all);
    }

    /** Needs PostgreSQL only. */
    public static RunningQuerySide onTable(String view) {
        return onTables(view);
    }

    /** Needs PostgreSQL only, and waits for a connection no longer than an installation does. */
    public static RunningQuerySide inHaste(String view) {
        return new RunningQuerySide(Set.of(view), Map.of(), Map.of());
    }

    /** Needs Elasticsearch as well. */
    public static RunningQuerySide onSearch() {
        return new RunningQuerySide(
                Set.of("ordersummary", "ordersearch", "productsearch"),
                Map.of(
                        "waybill.elasticsearch.url", TestServers.elasticsearch().url(),
                        "waybill.elasticsearch.prefix",
                                TestServers.elasticsearch().newIndexName(),
                        "waybill.elasticsearch.answer-timeout", "2m"),
                UNHURRIED);
    }

    public Story story() {
        return story;
    }

    /** Brings the views to where the story is. */
    public void tell() {
        fold.fold(story.events().subList(folded, story.events().size()));
        folded = story.events().size();
    }

    public Fold fold() {
        return fold;
    }

    /** Scheme, host and port. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Answer get(String path, String... headers) {
        return Http.to(context).get(path, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return Http.to(context).post(path, json, headers);
    }

    @Override
    public void close() {
        context.close();
        fold.close();
    }
}
