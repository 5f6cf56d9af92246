package io.waybill.bench;

import io.waybill.projection.Fold;
import io.waybill.projection.Story;
import io.waybill.query.QuerySide;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The views of a shop with many orders, on servers of their own: in PostgreSQL order summaries, what became of them and
 * their history, and one long history; in Elasticsearch the search.
 */
final class FilledViews implements AutoCloseable {
    /** As {@code waybill.processors.batch-size}. */
    private static final int BATCH = 200;

    private final Shop shop = new Shop();
    private final TestDatabase database = TestServers.postgres().newDatabase();
    private final String prefix = TestServers.elasticsearch().newIndexName();
    private final Map<String, Object> search = Map.of(
            "waybill.elasticsearch.url",
            TestServers.elasticsearch().url(),
            "waybill.elasticsearch.prefix",
            prefix,
            // What takes too long is to be seen in the figures.
            "waybill.elasticsearch.answer-timeout",
            "1m");
    private final Http elasticsearch = new Http(TestServers.elasticsearch().url());
    private final Fold fold = new Fold(database, search, Set.of("ordersummary", "fulfilment", "ordersearch", "audit"));

    /**
     * Tells the prototypes, and copies them; then has all of it in PostgreSQL's memory, as far as there is room.
     *
     * @param orders that there are to be, more than {@link Prototypes#COUNT}
     */
    void fill(int orders) throws Exception {
        tell(fold, Prototypes.story(shop));
        SearchDocuments documents = new SearchDocuments(shop, elasticsearch, index());
        FutureTask<Boolean> search = new FutureTask<>(() -> {
            documents.fill(orders - Prototypes.COUNT);
            return true;
        });
        Thread.ofPlatform().daemon().name("search-documents").start(search);
        new Copies(fold).fill(orders);
        try (Fold audit = new Fold(database, Map.of(), Set.of("audit"))) {
            tell(audit, LongHistory.story());
        }
        search.get();
        TestServers.postgres().warm(database);
    }

    /** The real service, with a role that may only read; to be closed before this. */
    ConfigurableApplicationContext querySide() {
        TestDatabase reader = reader();
        Map<String, Object> properties = new HashMap<>(search);
        properties.put("server.port", 0);
        properties.put("spring.datasource.url", reader.url());
        properties.put("spring.datasource.username", reader.username());
        properties.put("spring.datasource.password", reader.password());
        properties.put("spring.datasource.hikari.connection-timeout", 60_000);
        return Service.start(QuerySide.class, "query-side", properties);
    }

    TestDatabase reader() {
        return TestServers.postgres().newReader(database);
    }

    Fold fold() {
        return fold;
    }

    Shop shop() {
        return shop;
    }

    Http elasticsearch() {
        return elasticsearch;
    }

    /** Of orders. */
    String index() {
        return prefix + "ordersearch";
    }

    @Override
    public void close() {
        elasticsearch.close();
        fold.close();
    }

    private static void tell(Fold fold, Story story) {
        for (int from = 0; from < story.size(); from += BATCH) {
            fold.batch(story.events().subList(from, Math.min(story.size(), from + BATCH)));
        }
    }
}
