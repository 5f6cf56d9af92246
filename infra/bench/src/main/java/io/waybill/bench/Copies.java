package io.waybill.bench;

import io.waybill.projection.Fold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the views' tables with copies of the prototypes' rows, within the database: so each has the columns and JSON that the
 * writers give it, whatever these are by now. A copy has ids, a number, a customer and times of its own; times within JSON
 * stay the prototype's.
 */
final class Copies {
    /** From the first order to the last. */
    static final Duration SPAN = Duration.ofDays(270);

    private static final List<String> TABLES = List.of("ordersummary", "fulfilment", "audit");

    private static final String MAKE = """
            create unlogged table copy as
            select made.n, made.later, made.customer, prototype.order_id as prototype,
                   left(made.digits, 8) || '-' || right(made.digits, 4) as mark
              from (select n, :step * n * interval '1 millisecond' as later,
                           lpad(to_hex(:first + :step * n), 12, '0') as digits,
                           (:customersFrom + floor(:customers * power(random(), :skew)))::bigint::text as customer,
                           1 + n % :prototypes as pick
                      from generate_series(1, :copies) n) made
              join (select order_id, row_number() over (order by order_id) as number from ordersummary) prototype
                on prototype.number = made.pick
             order by made.n
            """;

    /** What differs in a copy, by table and column; in all else it is as its prototype, {@code p}. */
    private static final Map<String, Map<String, String>> DIFFERENT = Map.of(
            "ordersummary",
            Map.of(
                    "order_id", own("p.order_id") + "::uuid",
                    "reference", "(:prototypes + c.n)::text",
                    "customer_id", "case when p.customer_id is not null then c.customer end",
                    "ordered_at", "p.ordered_at + c.later",
                    "placed_at", "p.placed_at + c.later",
                    "updated_at", "p.updated_at + c.later"),
            "fulfilment",
            Map.of(
                    "order_id", own("p.order_id") + "::uuid",
                    "id", own("p.id"),
                    // Nothing in the part of a stock names the order.
                    "state", "case p.kind when 'stock' then p.state else " + own("p.state") + "::jsonb end"),
            "audit",
            Map.of(
                    "entity_id",
                    own("p.entity_id"),
                    "event_id",
                    "gen_random_uuid()::text",
                    "correlation_id",
                    "c.n::text",
                    "recorded_at",
                    "p.recorded_at + c.later",
                    "position",
                    "p.position + c.n::bigint * 1000000",
                    "payload",
                    own("p.payload") + "::json",
                    "changes",
                    own("p.changes") + "::json",
                    "state",
                    own("p.state") + "::json"));

    /** How a table's rows are found by the prototype's order id. */
    private static final Map<String, String> OF_PROTOTYPE = Map.of(
            "ordersummary", "p.order_id = c.prototype",
            "fulfilment", "p.order_id = c.prototype",
            // Of one in ten: it is histories that are asked for there, and each is read by its own key.
            "audit", "p.entity_type = 'order' and p.entity_id = c.prototype::text and c.n % 10 = 0");

    private final Fold fold;
    private final JdbcClient jdbc;

    Copies(Fold fold) {
        this.fold = fold;
        this.jdbc = fold.jdbc();
    }

    /** Adds as many to the prototypes, which are all that is there, as make this number of orders. */
    void fill(int orders) {
        int copies = orders - Prototypes.COUNT;
        jdbc.sql(MAKE)
                .param("step", SPAN.toMillis() / orders)
                .param("first", Prototypes.FIRST_ORDERED.toEpochMilli())
                .param("customersFrom", Shop.CUSTOMERS_FROM)
                .param("customers", Shop.CUSTOMERS)
                .param("skew", Shop.SKEW)
                .param("prototypes", Prototypes.COUNT)
                .param("copies", copies)
                .update();
        jdbc.sql("analyze copy, ordersummary, fulfilment, audit").update();
        TABLES.forEach(table -> {
            fold.inTransaction(() -> copy(table));
            // What a running installation's autovacuum has done long since.
            jdbc.sql("vacuum analyze " + table).update();
        });
        jdbc.sql("drop table copy").update();
    }

    // Indexes made at the end are made in a fraction of the time, and are as the migrations define them.
    private void copy(String table) {
        jdbc.sql("set local maintenance_work_mem = '256MB'").update();
        List<Index> indexes = jdbc.sql("""
                        select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
                          from pg_index where indrelid = ?::regclass and not indisunique
                        """).param(table).query(Index.class).list();
        indexes.forEach(index -> jdbc.sql("drop index " + index.name).update());
        List<String> columns = jdbc.sql("""
                        select attname from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum
                        """).param(table).query(String.class).list();
        Map<String, String> different = DIFFERENT.getOrDefault(table, Map.of());
        String values = columns.stream()
                .map(column -> different.getOrDefault(column, "p." + column))
                .collect(Collectors.joining(", "));
        String insert = "insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                + " from copy c join " + table + " p on " + OF_PROTOTYPE.get(table);
        jdbc.sql(insert.replace(":prototypes", String.valueOf(Prototypes.COUNT)))
                .update();
        indexes.forEach(index -> jdbc.sql(index.definition).update());
    }

    /** The value with the copy's ids in it. */
    private static String own(String value) {
        return "replace(" + value + "::text, '" + Prototypes.MARK + "', c.mark)";
    }

    private record Index(String name, String definition) {}
}
