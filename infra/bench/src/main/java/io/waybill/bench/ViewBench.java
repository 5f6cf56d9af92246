package io.waybill.bench;

import io.waybill.projection.Fold;
import io.waybill.projection.Story;
import io.waybill.projection.WholeLife;
import io.waybill.projection.batch.Statements;
import io.waybill.testing.TestServers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast the views' writers are: whole lives of orders through the real writers, each view alone, in batches as an
 * installation has them, on one thread and one connection. The limit beside them is plain rows by JDBC's own batches, a
 * round trip for each statement; the line below it the same rows as the writers send them.
 */
public final class ViewBench {
    private static final int DEFAULT_EVENTS = 40_000;

    /** As {@code waybill.processors.batch-size}. */
    private static final int BATCH = 200;

    private static final List<String> VIEWS =
            List.of("ordersummary", "fulfilment", "stocklevel", "salesreport", "statement", "audit");
    private static final String INSERT = """
            insert into plain (number, name, at, payload) values (?, ?, ?, ?::json) on conflict (number) do nothing
            """;
    private static final String PAYLOAD =
            "{\"orderId\":\"01a1fc0f-10f5-780c-89bd-8d39da5baff4\",\"status\":\"CONFIRMED\"}";

    private ViewBench() {}

    /** @param arguments how many events */
    public static void main(String[] arguments) throws Exception {
        run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_EVENTS);
        System.exit(0);
    }

    /** The speeds, in events a second: of plain rows by JDBC, of the same in one round trip, then of the views. */
    static List<Double> run(int events) throws Exception {
        Figures figures = new Figures(events);
        List<Double> speeds = new ArrayList<>();
        try (Fold fold = new Fold(TestServers.postgres().newDatabase(), Map.of(), Set.of())) {
            fold.jdbc()
                    .sql("create table plain (number bigint primary key, name text, at timestamptz, payload json)")
                    .update();
            JdbcTemplate jdbc = fold.bean(JdbcTemplate.class);
            Statements statements = new Statements(jdbc, INSERT);
            rows(fold, BATCH, batch -> jdbc.batchUpdate(INSERT, batch));
            rows(fold, BATCH, batch -> statements.run(Map.of(INSERT, batch), List.of()));
            speeds.add(figures.measure(
                    "plain rows, JDBC batches", 0, () -> rows(fold, events, batch -> jdbc.batchUpdate(INSERT, batch))));
            speeds.add(figures.measure(
                    "plain rows, one round trip a batch",
                    speeds.getFirst(),
                    () -> rows(fold, events, batch -> statements.run(Map.of(INSERT, batch), List.of()))));
        }
        List<TrackedEventMessage<?>> story = story(events);
        for (String view : VIEWS) {
            try (Fold fold = new Fold(TestServers.postgres().newDatabase(), Map.of(), Set.of(view))) {
                speeds.add(figures.measure(view, speeds.getFirst(), () -> {
                    for (int from = 0; from < story.size(); from += BATCH) {
                        fold.batch(story.subList(from, Math.min(story.size(), from + BATCH)));
                    }
                }));
            }
        }
        return speeds;
    }

    private static List<TrackedEventMessage<?>> story(int events) {
        Story story = new Story();
        int told = 0;
        while (told < events) {
            WholeLife.told(story);
            told = story.size();
        }
        return story.events().subList(0, events);
    }

    private static void rows(Fold fold, int count, Batches batches) {
        fold.jdbc().sql("truncate plain").update();
        for (int from = 0; from < count; from += BATCH) {
            List<Object[]> batch = new ArrayList<>();
            for (long number = from; number < Math.min(count, from + BATCH); number++) {
                batch.add(new Object[] {number, "OrderConfirmed", Instant.EPOCH.atOffset(ZoneOffset.UTC), PAYLOAD});
            }
            fold.inTransaction(() -> batches.write(batch));
        }
    }

    /** Writes one batch of rows. */
    private interface Batches {
        void write(List<Object[]> rows);
    }
}
