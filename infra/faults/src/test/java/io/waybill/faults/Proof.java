package io.waybill.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.standalone.Waybill;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That what the customers were told is what the store says, what the views show, and that all agree. */
final class Proof {
    private final Site site;
    private final JdbcClient events;
    private final JdbcClient views;

    private Proof(Site site) {
        this.site = site;
        events = site.servers().sql("waybill_events");
        views = site.servers().sql("waybill_views");
    }

    /** Puts everything right, waits for the last order to end, counts, and prints the figures. */
    static void of(Site site, Class<?> test) {
        site.heal();
        Proof proof = new Proof(site);
        proof.everyOrderEnds();
        Set<String> acknowledged = site.ledger().orders().keySet();
        Map<String, Long> stored = proof.stored();
        Set<String> lost = new TreeSet<>(acknowledged);
        lost.removeAll(stored.keySet());
        Set<String> unasked = new TreeSet<>(stored.keySet());
        unasked.removeAll(acknowledged);
        long doubled = stored.values().stream().filter(times -> times > 1).count();
        System.out.println("faults: " + test.getSimpleName() + ": " + site.ledger() + ", duplicates suppressed "
                + proof.suppressed() + ", lost " + lost.size()
                + ", doubled " + doubled);

        assertThat(site.ledger().unclearAnswers())
                .as("answers that say neither success nor why not")
                .isEmpty();
        assertThat(lost).as("acknowledged and not stored").isEmpty();
        assertThat(unasked).as("stored, though nobody was told so").isEmpty();
        assertThat(doubled).as("stored more than once").isZero();
        proof.stockAddsUp();
        proof.verifies();
    }

    private void everyOrderEnds() {
        Map<String, String> told = site.ledger().orders();
        long open = Long.MAX_VALUE;
        while (open > 0) {
            open = fewerThan(open);
        }
        Map<String, String> ended = new HashMap<>();
        views.sql("select order_id::text, status, rejections::text from ordersummary")
                .query(row -> {
                    // While the provider is away, nobody knows whether a card pays: such an order may be given up.
                    boolean unanswered = row.getString(3).contains("PAYMENT_NOT_ANSWERED");
                    String order = row.getString(1);
                    ended.put(order, unanswered ? told.get(order) : row.getString(2));
                });
        assertThat(ended).isEqualTo(told);
    }

    /** However many there are, on however slow a machine: what must not happen is that for so long none comes to its end. */
    private long fewerThan(long before) {
        try {
            return await().atMost(Site.PATIENCE).ignoreExceptions().until(this::open, now -> now < before);
        } catch (ConditionTimeoutException stuck) {
            throw new AssertionError(before + " orders do not end; parked: " + parked(), stuck);
        }
    }

    private long open() {
        long ended = views.sql("select count(*) from ordersummary where status <> 'PLACED'")
                .query(Long.class)
                .single();
        return site.ledger().orders().size() - ended;
    }

    private List<String> parked() {
        return Stream.of(views, site.servers().sql("waybill_sagas"))
                .flatMap(consumer -> consumer
                        .sql(
                                "select processor || ' ' || name || ' ' || number || ' ' || cause_message from dead_letter")
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    private Map<String, Long> stored() {
        Map<String, Long> orders = new HashMap<>();
        events.sql("select payload->>'orderId', count(*) from event where name = 'OrderPlaced' group by 1")
                .query(row -> {
                    orders.put(row.getString(1), row.getLong(2));
                });
        return orders;
    }

    /** Orders that an attempt before the answered one had already stored, though nobody could say so. */
    private long suppressed() {
        Map<String, Instant> repeated = site.ledger().repeatedOrders();
        Map<String, Instant> recorded = new HashMap<>();
        events.sql("select payload->>'orderId', recorded_at from event where name = 'OrderPlaced'")
                .query(row -> {
                    recorded.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return repeated.entrySet().stream()
                .filter(order ->
                        recorded.getOrDefault(order.getKey(), Instant.MAX).isBefore(order.getValue()))
                .count();
    }

    private void stockAddsUp() {
        long received = events.sql("select sum((payload->>'quantity')::bigint) from event where name = 'StockReceived'")
                .query(Long.class)
                .single();
        assertThat(received).as("pieces received").isEqualTo(site.ledger().piecesReceived());
        // Two views, of which each comes to an order's end in its own time.
        await().atMost(Site.PATIENCE)
                .untilAsserted(
                        () -> assertThat(reserved()).as("pieces reserved").isEqualTo(confirmed()));
    }

    private long reserved() {
        return views.sql("select sum(reserved) from stocklevel")
                .query(Long.class)
                .single();
    }

    private long confirmed() {
        return views.sql("select sum((line->>'quantity')::bigint) from ordersummary,"
                        + " jsonb_array_elements(lines) line where status = 'CONFIRMED'")
                .query(Long.class)
                .single();
    }

    /** As an operator does it. */
    private void verifies() {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);
        int end = Waybill.commandLine(out, out).execute("verify", "--url", site.gateway());
        assertThat(end).as(printed.toString()).isZero();
    }
}
