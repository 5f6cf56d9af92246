package io.waybill.bench;

import io.waybill.contract.Events;
import io.waybill.projection.Answer;
import io.waybill.projection.Http;
import io.waybill.projection.Orders;
import io.waybill.projection.Projections;
import io.waybill.projection.Story;
import io.waybill.projection.TestLog;
import io.waybill.projection.WholeLife;
import io.waybill.servers.Allowance;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import io.waybill.web.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast views are rebuilt beside the ones that serve: the whole service with all its views, whole lives of orders on the
 * log, from the request until readers see the new generation, comparison and switch included. Beside it stand what no rebuild
 * can pass, reading the same events and then writing the same rows or documents, and how many commands are accepted meanwhile.
 */
public final class RebuildBench {
    private static final int DEFAULT_EVENTS = 200_000;

    /** What is appended in one transaction, about. */
    private static final int PAGE = 2_500;

    /** What is read of the store at a time, for the limit. */
    private static final int READ = 1_000;

    /** Seconds in which nothing but commands goes on. */
    private static final int UNDISTURBED = 20;

    /** MiB: the views of a million events, some times over. */
    private static final int BUFFERS = 1_024;

    /** Orders under way at once: what follows on an order's event comes in a later batch, as on a busy day. */
    private static final int AT_ONCE = 100;

    /** Events in a life. */
    private static final int LIFE = 38;

    private static final List<Consumer<WholeLife>> STRETCHES = List.of(
            WholeLife::placed,
            WholeLife::reserved,
            WholeLife::paid,
            WholeLife::prepared,
            WholeLife::shipped,
            WholeLife::delivered,
            WholeLife::returned,
            WholeLife::closed);

    /** How many events of whole lives there are to one order that is only placed. */
    private static final int LIVES_TO_PLACED = 10;

    private static final String SWITCHED = "SWITCHED";
    private static final Set<String> AFTER_FILLING = Set.of("COMPARING", SWITCHED);

    private static final String SEARCH = "ordersearch";
    private static final List<String> OTHERS = List.of("stocklevel", "salesreport", "fulfilment", "statement", "audit");
    private static final String OPERATIONS = "/api/v1/operations/projections";

    private final Http operations;
    private final TestLog log;
    private final RebuildLimits limits;
    private final int events;
    private final int segments;
    private final List<Double> speeds = new ArrayList<>();
    private double read;

    private RebuildBench(Http operations, TestLog log, RebuildLimits limits, int events, int segments) {
        this.operations = operations;
        this.log = log;
        this.limits = limits;
        this.events = events;
        this.segments = segments;
    }

    private interface Measuring {
        void of(RebuildBench bench) throws Exception;
    }

    /** @param arguments how many events, and in how many segments they are handled */
    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_EVENTS;
        TestServers.allow(Allowance.ofInstallation(BUFFERS));
        run(events, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2, UNDISTURBED);
        System.exit(0);
    }

    /** All speeds in the order in which they were printed: in events a second, those of commands in commands. */
    static List<Double> run(int events, int segments, int undisturbed) throws Exception {
        List<Double> speeds = on(events, segments, lives(Math.clamp(events / LIFE, 1, AT_ONCE)), bench -> {
            bench.measure();
            bench.measureCommands(undisturbed);
        });
        Figures.print("orders that were placed and no more, so that each event is a document");
        int placed = Math.max(1, events / LIVES_TO_PLACED);
        speeds.addAll(on(placed, segments, story -> story.placed(Orders.hearts()), RebuildBench::measureDocuments));
        return speeds;
    }

    private static List<Double> on(int events, int segments, Consumer<Story> life, Measuring measuring)
            throws Exception {
        try (TestLog log = new TestLog(Events.all())) {
            Story story = new Story();
            while (story.size() < events) {
                int end = Math.min(events, story.size() + PAGE);
                while (story.size() < end) {
                    life.accept(story);
                }
                log.append(story.take());
            }
            await(log::isFilled);
            TestDatabase database = TestServers.postgres().newDatabase();
            String elasticsearch = TestServers.elasticsearch().url();
            String prefix = TestServers.elasticsearch().newIndexName();
            Map<String, Object> properties = properties(log.topic, database, elasticsearch, prefix);
            try (RebuildLimits limits = new RebuildLimits(database, elasticsearch, prefix);
                    ConfigurableApplicationContext service =
                            Service.start(Projections.class, "projections", properties)) {
                RebuildBench bench = new RebuildBench(Http.to(service), log, limits, story.size(), segments);
                bench.fill();
                measuring.of(bench);
                return bench.speeds;
            }
        }
    }

    /** So many orders, each from its beginning to its end, a stretch of each in turn. */
    private static Consumer<Story> lives(int orders) {
        return story -> {
            List<WholeLife> lives = Stream.generate(() -> new WholeLife(story, Orders.hearts()))
                    .limit(orders)
                    .toList();
            STRETCHES.forEach(lives::forEach);
        };
    }

    /** Rebuilds a view, and prints what its parts took and what stayed in the heap meanwhile. */
    private void watched(String view) throws Exception {
        try (HeapWatch heap = new HeapWatch()) {
            long begun = System.nanoTime();
            double filling = rebuild(view);
            double whole = (System.nanoTime() - begun) / 1e9;
            Figures.print(String.format(
                    Locale.ROOT,
                    "  filled with %,.0f events a second, then compared and switched in %.1f s",
                    events / filling,
                    whole - filling));
            Figures.print("  MiB left in the heap, every ten seconds: " + heap.left());
        }
    }

    private void fill() throws Exception {
        speed("first fill, all views at once", 0, () -> await(this::hasFilled));
        read = speed("limit: read the event store, 1,000 a page", 0, () -> log.read(READ));
    }

    private void measure() throws Exception {
        byte[] rows = limits.rows("ordersummary_1", "ordersummary");
        double copy = speed(
                "limit: COPY the rows of ordersummary", 0, () -> limits.copy("ordersummary_1", "ordersummary", rows));
        speed("rebuild of ordersummary (limit: both, in turn)", inTurn(read, copy), () -> watched("ordersummary"));
        measureDocuments();
        for (String view : OTHERS) {
            speed("rebuild of " + view + " (limit: read)", read, () -> rebuild(view));
        }
    }

    private void measureDocuments() throws Exception {
        List<String> documents = limits.documents(SEARCH);
        double bulk = speed("limit: _bulk the documents of ordersearch", 0, () -> limits.bulk(SEARCH, documents));
        double search =
                speed("rebuild of ordersearch (limit: both, in turn)", inTurn(read, bulk), () -> watched(SEARCH));
        long found = documents.stream()
                .mapToLong(request -> request.lines().count() / 2)
                .sum();
        Figures.print(String.format(
                Locale.ROOT,
                "  in documents a second: %,.0f (by _bulk %,.0f), in writes of one %,.0f",
                search * found / events,
                bulk * found / events,
                search * limits.written(SEARCH) / events));
    }

    private void measureCommands(int undisturbed) throws Exception {
        try (CommandsMeanwhile commands = new CommandsMeanwhile()) {
            double before = commands.warmedUp(undisturbed);
            long begun = System.nanoTime();
            double beside = commands.during(() -> {
                rebuild("ordersummary");
                return null;
            });
            double rebuilt = events / ((System.nanoTime() - begun) / 1e9);
            // What is still being compiled when it is measured first would flatter what comes afterwards.
            double alone = Math.max(before, commands.undisturbed(undisturbed));
            speeds.add(alone);
            speeds.add(beside);
            Figures.print(String.format(
                    Locale.ROOT,
                    "commands accepted a second: %.0f undisturbed, %.0f while ordersummary is rebuilt with %,.0f events a second: %.2f of it",
                    alone,
                    beside,
                    rebuilt,
                    beside / alone));
        }
    }

    private double speed(String what, double limit, Figures.Work work) throws Exception {
        double speed = new Figures(events).measure(what, limit, work);
        speeds.add(speed);
        return speed;
    }

    private static double inTurn(double one, double other) {
        return 1 / (1 / one + 1 / other);
    }

    private boolean hasFilled() {
        List<Object> positions = operations.get(OPERATIONS).list("$.items[*].position");
        return !positions.isEmpty()
                && positions.stream().allMatch(position -> ((Number) position).intValue() >= events);
    }

    /** @return the seconds after which all was read and only the comparison was to come */
    private double rebuild(String view) throws InterruptedException {
        long begun = System.nanoTime();
        String rebuild = operations
                .post(OPERATIONS + "/" + view + "/rebuilds", "{\"segments\": " + segments + "}")
                .header("Location");
        await(() -> AFTER_FILLING.contains(state(rebuild)));
        double filling = (System.nanoTime() - begun) / 1e9;
        await(() -> SWITCHED.equals(state(rebuild)));
        return filling;
    }

    private String state(String rebuild) {
        Answer answer = operations.get(rebuild);
        String state = String.valueOf(answer.read("$.state"));
        if ("FAILED".equals(state)) {
            throw new IllegalStateException(answer.body());
        }
        return state;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static Map<String, Object> properties(
            String topic, TestDatabase database, String elasticsearch, String prefix) {
        return Map.of(
                "server.port",
                0,
                // Whoever waits for a connection on a busy machine is slow, which is measured, and not refused.
                "spring.datasource.hikari.connection-timeout",
                60_000,
                "waybill.log.look-every",
                "300ms",
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.username(),
                "spring.datasource.password",
                database.password(),
                "waybill.kafka.bootstrap-servers",
                TestServers.kafka().bootstrapServers(),
                "waybill.kafka.topic",
                topic,
                "waybill.elasticsearch.url",
                elasticsearch,
                "waybill.elasticsearch.prefix",
                prefix);
    }
}
