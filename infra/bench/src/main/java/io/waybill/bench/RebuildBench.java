package io.waybill.bench;

import io.waybill.contract.Events;
import io.waybill.projection.Http;
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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast views are rebuilt beside the ones that serve: the whole service with all its views, whole lives of orders on the
 * log, from the request until readers see the new generation, comparison and switch included. Beside it stand what no rebuild
 * can pass, reading the same events and then writing the same rows or documents, and how many commands are accepted meanwhile.
 */
public final class RebuildBench {
    private static final int DEFAULT_EVENTS = 200_000;

    /** What is appended in one transaction, about. */
    private static final int PAGE = 6_000;

    /** What is read of the store at a time, for the limit. */
    private static final int READ = 1_000;

    /** Seconds in which nothing but commands goes on. */
    private static final int UNDISTURBED = 20;

    /** MiB: the views of a million events, some times over. */
    private static final int BUFFERS = 1_024;

    private static final List<String> OTHERS = List.of("stocklevel", "salesreport", "fulfilment", "statement", "audit");
    private static final String OPERATIONS = "/api/v1/operations/projections";

    private final Http operations;
    private final TestLog log;
    private final RebuildLimits limits;
    private final int segments;
    private final List<Double> speeds = new ArrayList<>();

    private RebuildBench(Http operations, TestLog log, RebuildLimits limits, int segments) {
        this.operations = operations;
        this.log = log;
        this.limits = limits;
        this.segments = segments;
    }

    /** @param arguments how many events, and in how many segments they are handled */
    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_EVENTS;
        TestServers.allow(Allowance.ofInstallation(BUFFERS));
        run(events, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2, UNDISTURBED);
        System.exit(0);
    }

    /** All speeds in the order in which they were printed, the last two in commands a second, all others in events. */
    static List<Double> run(int events, int segments, int undisturbed) throws Exception {
        try (TestLog log = new TestLog(Events.all())) {
            Story story = new Story();
            while (story.size() < events) {
                int end = Math.min(events, story.size() + PAGE);
                while (story.size() < end) {
                    WholeLife.told(story);
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
                RebuildBench bench = new RebuildBench(Http.to(service), log, limits, segments);
                bench.measure(story.size());
                bench.measureCommands(undisturbed);
                return bench.speeds;
            }
        }
    }

    /** Rebuilds a view, and prints what stayed in the heap meanwhile. */
    private void watched(String view) throws Exception {
        try (HeapWatch heap = new HeapWatch()) {
            rebuild(view);
            Figures.print("  MiB left in the heap, every ten seconds: " + heap.left());
        }
    }

    private void measure(int events) throws Exception {
        Figures figures = new Figures(events);
        speed(figures, "first fill, all views at once", 0, () -> await(() -> hasFilled(events)));
        double read = speed(figures, "limit: read the event store, 1,000 a page", 0, () -> log.read(READ));

        byte[] rows = limits.rows("ordersummary_1", "ordersummary");
        double copy = speed(
                figures,
                "limit: COPY the rows of ordersummary",
                0,
                () -> limits.copy("ordersummary_1", "ordersummary", rows));
        speed(
                figures,
                "rebuild of ordersummary (limit: both, in turn)",
                inTurn(read, copy),
                () -> watched("ordersummary"));

        List<String> documents = limits.documents("ordersearch");
        double bulk = speed(
                figures, "limit: _bulk the documents of ordersearch", 0, () -> limits.bulk("ordersearch", documents));
        double search = speed(
                figures,
                "rebuild of ordersearch (limit: both, in turn)",
                inTurn(read, bulk),
                () -> watched("ordersearch"));
        long found = documents.stream()
                .mapToLong(request -> request.lines().count() / 2)
                .sum();
        Figures.print(String.format(Locale.ROOT, "  in documents a second: %,.0f", search * found / events));

        for (String view : OTHERS) {
            speed(figures, "rebuild of " + view + " (limit: read)", read, () -> rebuild(view));
        }
    }

    private void measureCommands(int undisturbed) throws Exception {
        try (CommandsMeanwhile commands = new CommandsMeanwhile()) {
            commands.undisturbed(undisturbed);
            double alone = commands.undisturbed(undisturbed);
            double beside = commands.during(() -> {
                rebuild("ordersummary");
                return null;
            });
            speeds.add(alone);
            speeds.add(beside);
            Figures.print(String.format(
                    Locale.ROOT,
                    "commands accepted a second: %.0f undisturbed, %.0f while ordersummary is rebuilt: %.2f of it",
                    alone,
                    beside,
                    beside / alone));
        }
    }

    private double speed(Figures figures, String what, double limit, Figures.Work work) throws Exception {
        double speed = figures.measure(what, limit, work);
        speeds.add(speed);
        return speed;
    }

    private static double inTurn(double one, double other) {
        return 1 / (1 / one + 1 / other);
    }

    private boolean hasFilled(int events) {
        List<Object> positions = operations.get(OPERATIONS).list("$.items[*].position");
        return !positions.isEmpty()
                && positions.stream().allMatch(position -> ((Number) position).intValue() >= events);
    }

    private void rebuild(String view) throws InterruptedException {
        String rebuild = operations
                .post(OPERATIONS + "/" + view + "/rebuilds", "{\"segments\": " + segments + "}")
                .header("Location");
        await(() -> "SWITCHED".equals(operations.get(rebuild).read("$.state")));
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
