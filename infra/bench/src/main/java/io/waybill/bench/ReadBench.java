package io.waybill.bench;

import io.waybill.bench.DeepPages.Comparison;
import io.waybill.bench.Speeds.Speed;
import io.waybill.servers.Allowance;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast the query side answers over HTTP, at a steady rate and with many orders in the views, beside the bare statements
 * and searches at the same rate. Servers, query side and those who ask share one machine. PostgreSQL has memory for all of
 * the views, and has read them before the first question: what is measured is not how fast a disk is.
 */
public final class ReadBench {
    private static final int DEFAULT_ORDERS = 1_000_000;
    private static final int DEFAULT_SECONDS = 60;

    /** Those that are asked for by id. */
    private static final int SAMPLE = 100_000;

    /** Times as long as a row is measured, before the first, for each of the three questions that are asked most. */
    private static final int WARMING = 2;

    /** Of each of two pages that are compared, for each second of the other measurements. */
    private static final int PAGES_A_SECOND = 10;

    /** MiB that the views of so many orders take in PostgreSQL, and a little more. */
    private static final int BUFFERS = 11;

    private static final int ORDERS_IN_BUFFERS = 1_000;

    private ReadBench() {}

    /** What was measured. */
    record Result(List<Speed> speeds, List<Comparison> pages) {}

    /** @param arguments how many orders, and how many seconds each row is measured */
    public static void main(String[] arguments) throws Exception {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ORDERS;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_SECONDS;
        TestServers.allow(Allowance.ofInstallation(orders / ORDERS_IN_BUFFERS * BUFFERS));
        run(orders, Duration.ofSeconds(seconds), 1);
        System.exit(0);
    }

    /**
     * Fills the views and measures.
     *
     * @param orders more than {@link Prototypes#COUNT}
     * @param slower rates are divided by this
     */
    static Result run(int orders, Duration time, int slower) throws Exception {
        try (FilledViews views = new FilledViews()) {
            long begun = System.nanoTime();
            views.fill(orders);
            double filled = (System.nanoTime() - begun) / 1e9;
            Figures.print(String.format(Locale.ROOT, "%,d orders in the views, after %.0f s", orders, filled));
            List<UUID> sample = views.fold()
                    .jdbc()
                    .sql("select order_id from ordersummary order by random() limit ?")
                    .param(SAMPLE)
                    .query(UUID.class)
                    .list();
            try (ConfigurableApplicationContext service = views.querySide();
                    Http querySide = new Http(
                            "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
                    RawReads raw = new RawReads(views.reader(), views.elasticsearch(), views.index(), sample)) {
                Questions ask = new Questions(querySide, views.shop(), sample, orders);
                return new Result(
                        speeds(new Speeds(time, slower), time.multipliedBy(WARMING), raw, ask),
                        pages(new DeepPages(querySide, orders), (int) time.toSeconds() * PAGES_A_SECOND));
            }
        }
    }

    // A promise after the bare reads that it rests on; the rates and limits are those that are promised.
    private static List<Speed> speeds(Speeds speeds, Duration warming, RawReads raw, Questions ask) throws Exception {
        for (Figures.Work question : List.<Figures.Work>of(ask::order, ask::list, ask::search)) {
            speeds.warm(warming, question);
        }
        speeds.measure("select an order and its parts by key", 500, Speeds.NONE, raw::order);
        speeds.measure("GET /orders/{id}", 500, 10, ask::order);
        speeds.measure("select the newest 51 orders", 500, Speeds.NONE, raw::list);
        speeds.measure("GET /orders, newest or filtered", 500, 20, ask::list);
        speeds.measure("_search for one word", 50, Speeds.NONE, raw::search);
        speeds.measure("GET /search/orders, of eight kinds", 50, 100, ask::search);
        speeds.measure("select 50 rows of a history of 2,000", 50, Speeds.NONE, raw::stretchOfHistory);
        speeds.measure("GET /audit/stock/{id}/as-of?version=1000", 50, 30, ask::asOfThousand);
        speeds.measure("GET /audit/stock/{id}/as-of, 1,000 to 1,049", 50, 30, ask::asOfBetween);
        return speeds.rows();
    }

    private static List<Comparison> pages(DeepPages pages, int times) throws Exception {
        return List.of(
                pages.compare("/api/v1/orders?sort=-orderedAt", 50, 200, times),
                pages.compare("/api/v1/search/orders?sort=-orderedAt&facets=", 20, 100, times));
    }
}
