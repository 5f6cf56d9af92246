package io.waybill.query.salesreport;

import io.waybill.query.salesreport.SalesAnswer.Row;
import io.waybill.query.salesreport.SalesAnswer.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Adds up the view's rows. Revenue is the sum of the lines' rounded totals, so it agrees with the orders' own. */
@Component
class SalesReader {
    private static final String SOLD = """
             from salesreport
            where (:start::timestamptz is null or ordered_at >= :start)
              and (:end::timestamptz is null or ordered_at < :end)
            """;
    private static final String IN_CURRENCY = SOLD + " and currency = :currency ";

    private final JdbcClient jdbc;

    SalesReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The currencies in which something was sold. */
    List<String> currencies(Period period) {
        return during(jdbc.sql("select distinct currency" + SOLD + "order by currency"), period)
                .query(String.class)
                .list();
    }

    /** Totals and rows of one moment, so that the rows add up to the totals. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Sums sums(Grouping by, Period period, CurrencyUnit currency, int limit) {
        return new Sums(totals(period, currency), rows(by, period, currency, limit));
    }

    private Totals totals(Period period, CurrencyUnit currency) {
        return during(jdbc.sql("""
                        select count(distinct order_id) as orders, count(*) as lines,
                               coalesce(sum(quantity), 0) as quantity, count(distinct sku) as skus,
                               count(distinct customer_id) as customers, coalesce(sum(total), 0) as revenue
                        """ + IN_CURRENCY), period)
                .param("currency", currency.getCode())
                .query((row, number) -> new Totals(
                        row.getLong("orders"),
                        row.getLong("lines"),
                        row.getLong("quantity"),
                        row.getLong("skus"),
                        row.getLong("customers"),
                        revenue(row, currency)))
                .single();
    }

    // Adding up by order first lets PostgreSQL count orders without sorting every line.
    private List<Row> rows(Grouping by, Period period, CurrencyUnit currency, int limit) {
        String sql = "with by_order as (select " + by.key() + """
                 as key, order_id, count(*) as lines, sum(quantity) as quantity, sum(total) as total
                """ + IN_CURRENCY + """
                group by 1, 2)
                select key, count(*) as orders, sum(lines) as lines, sum(quantity) as quantity, sum(total) as revenue
                  from by_order group by key order by
                """ + by.order() + " limit :limit";
        return during(jdbc.sql(sql), period)
                .param("zone", period.zone().getId())
                .param("currency", currency.getCode())
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getString("key"),
                        row.getLong("orders"),
                        row.getLong("lines"),
                        row.getLong("quantity"),
                        revenue(row, currency)))
                .list();
    }

    private static StatementSpec during(StatementSpec statement, Period period) {
        return statement.param("start", period.start()).param("end", period.end());
    }

    private static Money revenue(ResultSet row, CurrencyUnit currency) throws SQLException {
        return Money.of(currency, row.getBigDecimal("revenue"));
    }

    record Sums(Totals totals, List<Row> rows) {
        static final Sums NONE = new Sums(Totals.NONE, List.of());
    }
}
