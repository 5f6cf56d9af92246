package io.waybill.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.waybill.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an answer cannot be faster than: the bare statements and searches, their results read and thrown away. */
final class RawReads implements AutoCloseable {
    /** As the query side has. */
    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final Http elasticsearch;
    private final String index;
    private final List<UUID> orders;

    RawReads(TestDatabase reader, Http elasticsearch, String index, List<UUID> orders) {
        pool.setJdbcUrl(reader.url());
        pool.setUsername(reader.username());
        pool.setPassword(reader.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(60_000);
        this.elasticsearch = elasticsearch;
        this.index = index;
        this.orders = List.copyOf(orders);
    }

    void order() {
        UUID id = orders.get(ThreadLocalRandom.current().nextInt(orders.size()));
        jdbc.queryForList("select * from ordersummary where order_id = ?", id);
        jdbc.queryForList("select kind, state from fulfilment where order_id = ?", id);
    }

    void list() {
        jdbc.queryForList("""
                select order_id, reference, customer_id, status, country, total, currency, line_count, ordered_at,
                       placed_at, updated_at, version
                  from ordersummary order by ordered_at desc, order_id desc limit 51
                """);
    }

    void stretchOfHistory() {
        jdbc.queryForList("""
                select version, name, recorded_at, state, changes from audit
                 where entity_type = 'stock' and entity_id = ? and version between 1000 and 1049 order by version
                """, LongHistory.STOCK.toString());
    }

    void search() throws IOException, InterruptedException {
        elasticsearch.post("/" + index + "/_search", """
                {"size": 20, "query": {"match": {"descriptions": "%s"}}}""".formatted(Questions.word()));
    }

    @Override
    public void close() {
        pool.close();
    }
}
